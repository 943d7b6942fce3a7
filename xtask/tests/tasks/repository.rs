//! A temporary workspace in a git repository, with one document whose client is generated and committed.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::run_task;
use crate::update::server::{Response, Server};
use crate::update::spec_folder::{Ran, SpecFolder};

/// The lock of cargo in the workspace.
const CARGO_LOCK: &str = "version = 4\n\n[[package]]\nname = \"conversation-apis\"\nversion = \"0.1.0\"\n";

/// A temporary workspace in a git repository on the branch `main`.
pub struct Repository(pub SpecFolder);

impl Repository {
    /// Creates a repository whose document `specs/pets` has this text and these lines in `[source]`.
    pub fn new(document: &str, source: &str) -> Self {
        let repository = Self(SpecFolder::new(source));
        repository.0.write("openapi.yaml", document);
        repository.write("Cargo.lock", CARGO_LOCK);
        repository.write(".gitignore", "/target\n");
        repository.git(&["init", "--quiet", "--initial-branch", "main"]);
        for (key, value) in [
            ("user.name", "Ann"),
            ("user.email", "ann@example.com"),
            ("core.autocrlf", "false"),
            ("commit.gpgsign", "false"),
            ("tag.gpgsign", "false"),
        ] {
            repository.git(&["config", key, value]);
        }
        repository.generate("start");
        repository
    }

    /// Creates a repository whose document has a server with these responses as its source.
    pub fn served(document: &str, responses: impl IntoIterator<Item = Response>) -> (Server, Self) {
        let server = Server::start(responses);
        let repository = Self::new(document, &format!("url = \"{}\"", server.url("/openapi.yaml")));
        (server, repository)
    }

    /// Generates the crate and commits everything.
    pub fn generate(&self, message: &str) {
        let ran = self.run(&["codegen"]);
        assert_eq!(ran.code, 0, "{}", ran.text);
        self.commit(message);
    }

    /// Commits everything.
    pub fn commit(&self, message: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", message]);
    }

    /// Returns the folder.
    pub fn root(&self) -> &Path {
        self.0.root()
    }

    /// Writes a file; the path is relative to the workspace.
    pub fn write(&self, path: &str, text: &str) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    /// Reads a file; the path is relative to the workspace.
    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Runs a task.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        let (code, text) = run_task(self.root(), arguments);
        Ran { code, text }
    }

    /// Runs git, which must succeed, and returns its output without the final line break.
    pub fn git(&self, arguments: &[&str]) -> String {
        let mut command = Command::new("git");
        let output = without_user_settings(&mut command).current_dir(self.root()).args(arguments).output();
        let output = output.expect("git runs");
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "git {arguments:?}: {error}");
        String::from_utf8(output.stdout).expect("a text").trim_end().to_owned()
    }

    /// Returns the subjects of the commits after the first one, latest first.
    pub fn subjects(&self) -> Vec<String> {
        let log = self.git(&["log", "--format=%s"]);
        let mut subjects: Vec<String> = log.lines().map(str::to_owned).collect();
        subjects.pop();
        subjects
    }

    /// Returns the files of a commit.
    pub fn files(&self, commit: &str) -> Vec<String> {
        let files = self.git(&["show", "--name-only", "--format=", commit]);
        files.lines().map(str::to_owned).collect()
    }

    /// Asserts that there are no uncommitted changes.
    pub fn assert_clean(&self) {
        assert_eq!(self.git(&["status", "--porcelain", "--untracked-files=all"]), "");
    }

    /// Runs commands of a POSIX shell, which must succeed.
    #[cfg(unix)]
    pub fn shell(&self, script: &str) {
        let output = Command::new("sh").current_dir(self.root()).args(["-ec", script]).output().expect("a shell");
        assert!(output.status.success(), "{script}: {}", String::from_utf8_lossy(&output.stderr));
    }

    /// Makes git run this script before each commit.
    #[cfg(unix)]
    pub fn hook(&self, script: &str) {
        use std::os::unix::fs::PermissionsExt;
        let path = self.root().join(".git/hooks/pre-commit");
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("a folder");
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("a file");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("it is ours");
    }
}

/// Makes git ignore the settings of the user and the system in the environment of a command.
pub fn without_user_settings(command: &mut Command) -> &mut Command {
    for name in ["GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL", "EMAIL", "GIT_DIR"]
    {
        command.env_remove(name);
    }
    command.env("GIT_CONFIG_GLOBAL", "no-such-file").env("GIT_CONFIG_NOSYSTEM", "1")
}
