//! Extracts the documents of another revision into a temporary folder.

use std::fs;
use std::path::{Path, PathBuf};

use crate::git::Git;
use crate::{Failure, Workspace, failed};

/// The documents of a revision, in a temporary folder that is removed on drop.
#[derive(Debug)]
pub struct Revision {
    folder: PathBuf,
    /// The commit.
    commit: String,
}

impl Revision {
    /// Extracts `specs/` of a commit.
    pub fn extract(workspace: &Workspace, commit: &str) -> Result<Self, Failure> {
        let folder = std::env::temp_dir().join(format!("apiarist-diff-{}", std::process::id()));
        let revision = Self { folder, commit: commit.to_owned() };
        let specs = revision.folder.join("specs");
        fs::create_dir_all(&specs).map_err(|error| failed(&specs, &error))?;
        let git = Git::at(workspace.root());
        for path in git.run(&["ls-tree", "-r", "--name-only", "-z", commit, "specs/"])?.split_terminator('\0') {
            let file = revision.folder.join(path);
            let text = git.bytes(&["show", &format!("{commit}:./{path}")])?;
            let written = fs::create_dir_all(file.parent().unwrap_or(&specs)).and_then(|()| fs::write(&file, text));
            written.map_err(|error| failed(&file, &error))?;
        }
        Ok(revision)
    }

    /// Returns the workspace of the extracted documents.
    pub fn workspace(&self) -> Workspace {
        Workspace::at(&self.folder)
    }

    /// Replaces the path of the temporary folder in a message by the commit.
    pub fn named(&self, text: &str) -> String {
        let short = self.commit.get(..12).unwrap_or(&self.commit);
        text.replace(&format!("{}/", self.folder.display()), &format!("{short}:"))
    }

    /// Returns the text of a file of the revision, or `None` if it does not exist. The path is relative to the workspace.
    pub fn file(&self, workspace: &Workspace, path: &Path) -> Option<String> {
        let path = path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
        let bytes = Git::at(workspace.root()).bytes(&["show", &format!("{}:./{path}", self.commit)]).ok()?;
        String::from_utf8(bytes).ok()
    }
}

impl Drop for Revision {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}
