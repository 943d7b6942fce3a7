//! A temporary workspace with one document, `specs/pets`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use apiarist_test_support::folder;
use tempfile::TempDir;

use crate::run_task;

/// Returns a document of this version without operations.
pub fn document(version: &str) -> String {
    format!("openapi: 3.1.0\ninfo: {{title: Pets, version: '{version}'}}\npaths: {{}}\n")
}

/// A temporary workspace with the folder `specs/pets`.
pub struct SpecFolder(TempDir);

/// The result of a task.
pub struct Ran {
    /// The exit code.
    pub code: i32,
    /// The standard output, then the standard error.
    pub text: String,
}

impl SpecFolder {
    /// Creates a workspace with these lines in `[source]`.
    pub fn new(source: &str) -> Self {
        let place = Self(TempDir::new().expect("a folder"));
        place.write("apiarist.toml", &format!("[source]\n{source}\n"));
        place.write("openapi.yaml", &document("1"));
        place
    }

    /// Returns the folder of the workspace.
    pub fn root(&self) -> &Path {
        self.0.path()
    }

    fn spec(&self) -> PathBuf {
        self.0.path().join("specs/pets")
    }

    /// Writes a file; the path is relative to `specs/pets`.
    pub fn write(&self, path: &str, text: &str) {
        let path = self.spec().join(path);
        // `..` in the path is resolved only if `specs/pets` exists.
        fs::create_dir_all(self.spec()).expect("a folder");
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    /// Reads a file of `specs/pets`.
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.spec().join(name)).expect("a text")
    }

    /// Returns the files of `specs/pets` with their contents.
    pub fn files(&self) -> BTreeMap<String, String> {
        folder::texts(&self.spec()).expect("texts")
    }

    /// Runs `cargo xtask update pets` with these arguments.
    pub fn update(&self, arguments: &[&str]) -> Ran {
        self.run(&[&["update", "pets"], arguments].concat())
    }

    /// Runs a task in this workspace.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        let (code, text) = run_task(self.0.path(), arguments);
        Ran { code, text }
    }
}
