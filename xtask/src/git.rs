//! Runs git in the workspace.

use std::path::Path;
use std::process::Command;

use crate::Failure;

/// The repository of a workspace.
#[derive(Clone, Copy, Debug)]
pub struct Git<'a> {
    root: &'a Path,
}

impl<'a> Git<'a> {
    /// Creates the repository that contains a folder.
    pub fn at(root: &'a Path) -> Self {
        Self { root }
    }

    /// Runs a command and returns its output without the final line break.
    pub fn run(&self, arguments: &[&str]) -> Result<String, Failure> {
        let text = String::from_utf8(self.bytes(arguments)?);
        let text = text.map_err(|error| Failure::Message(format!("git {}: {error}", arguments.join(" "))))?;
        Ok(text.trim_end().to_owned())
    }

    /// Runs a command and returns the bytes of its output.
    pub fn bytes(&self, arguments: &[&str]) -> Result<Vec<u8>, Failure> {
        let failed = |message: String| Failure::Message(format!("git {}: {}", arguments.join(" "), message.trim()));
        let mut command = Command::new("git");
        command.current_dir(self.root).args(arguments).env("GIT_TERMINAL_PROMPT", "0");
        let output = command.output().map_err(|error| failed(error.to_string()))?;
        match output.status.success() {
            true => Ok(output.stdout),
            false => Err(failed(String::from_utf8_lossy(&output.stderr).into_owned())),
        }
    }

    /// Returns the changed and untracked files among these paths.
    pub fn dirty(&self, paths: &[&str]) -> Result<Vec<String>, Failure> {
        let options = ["status", "--porcelain", "--untracked-files=all", "--no-renames", "-z", "--"];
        let arguments = [&options, paths].concat();
        let status = self.run(&arguments)?;
        // Two letters for the state and a space precede each path.
        let files = status.split('\0').map(|entry| entry.get(3..).unwrap_or_default().to_owned());
        Ok(files.filter(|file| !file.is_empty()).collect())
    }

    /// Commits everything that changed among these paths, and nothing else. Returns `false` if nothing changed.
    pub fn commit(&self, paths: &[&str], message: &str) -> Result<bool, Failure> {
        if self.dirty(paths)?.is_empty() {
            return Ok(false);
        }
        self.run(&[&["add", "--all", "--"], paths].concat())?;
        self.run(&[&["commit", "--quiet", "--message", message, "--"], paths].concat())?;
        Ok(true)
    }

    /// Returns the commit of a revision, or `None` if it does not exist.
    pub fn commit_of(&self, revision: &str) -> Option<String> {
        self.run(&["rev-parse", "--verify", "--quiet", &format!("{revision}^{{commit}}")]).ok()
    }
}
