//! The generator of another revision, built from a worktree below `target/bench/revisions/`.

use std::path::Path;
use std::process::Command;

use super::{Failure, failed};
use xtask::terminal::print_err;
use xtask::workspace::Workspace;

/// A revision that is checked out in its own folder.
#[derive(Debug)]
pub struct Revision {
    /// The abbreviated hash of the commit.
    pub name: String,
    /// The workspace of the revision.
    pub workspace: Workspace,
}

impl Revision {
    /// Checks out a revision unless an earlier run did. The folder and its build artifacts are kept, so that the next
    /// run is faster.
    pub fn check_out(workspace: &Workspace, revision: &str, folder: &Path) -> Result<Self, Failure> {
        let commit = format!("{revision}^{{commit}}");
        let name = git(workspace, &["rev-parse", "--verify", "--quiet", "--short=12", "--end-of-options", &commit])
            .map_err(|_| Failure::Usage(format!("`{revision}` is not a revision of this repository")))?;
        let folder = folder.join("revisions").join(&name);
        if !folder.join("Cargo.toml").is_file() {
            print_err(&format!("checking out {name} to {}", folder.display()));
            let path = folder.to_str().ok_or_else(|| failed(&folder, &"the path must be Unicode"))?;
            // Git still lists a worktree whose folder was deleted together with `target`; `--force` replaces it.
            git(workspace, &["worktree", "add", "--quiet", "--force", "--detach", path, &name])?;
        }
        Ok(Self { name, workspace: Workspace::at(&folder) })
    }
}

/// Runs git and returns the first line of its output.
fn git(workspace: &Workspace, arguments: &[&str]) -> Result<String, Failure> {
    let fail = |message: &str| Failure::Message(format!("git {}: {}", arguments.join(" "), message.trim()));
    let output = Command::new("git").current_dir(workspace.root()).args(arguments).output();
    let output = output.map_err(|error| fail(&error.to_string()))?;
    if !output.status.success() {
        return Err(fail(&String::from_utf8_lossy(&output.stderr)));
    }
    Ok(String::from_utf8_lossy(&output.stdout).lines().next().unwrap_or_default().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn revision_is_checked_out_once_and_an_unknown_one_fails() {
        let place = tempfile::TempDir::new().expect("a folder");
        let root = place.path().join("repository");
        fs::create_dir_all(&root).expect("a folder");
        fs::write(root.join("Cargo.toml"), "old\n").expect("a file");
        let workspace = Workspace::at(&root);
        git(&workspace, &["init", "--quiet"]).expect("a repository");
        git(&workspace, &["add", "Cargo.toml"]).expect("a file is added");
        let author = ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"];
        let commit = [&author[..], &["commit", "--quiet", "--message", "old"]].concat();
        git(&workspace, &commit).expect("a commit");
        fs::write(root.join("Cargo.toml"), "new\n").expect("a file");

        for _ in 0..2 {
            let revision = Revision::check_out(&workspace, "HEAD", place.path()).expect("it is checked out");
            let text = fs::read_to_string(revision.workspace.root().join("Cargo.toml")).expect("a file");
            assert_eq!((revision.name.len(), text.as_str()), (12, "old\n"));
        }
        let unknown = Revision::check_out(&workspace, "nowhere", place.path()).map(|revision| revision.name);
        assert!(matches!(&unknown, Err(Failure::Usage(text)) if text.contains("`nowhere`")), "{unknown:?}");
    }
}
