//! A workspace with one document, in a folder that goes when the test ends.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// A document of this version.
pub fn document(version: &str) -> String {
    format!("openapi: 3.1.0\ninfo: {{title: Pets, version: '{version}'}}\npaths: {{}}\n")
}

/// A workspace with `specs/pets`.
pub struct Place(TempDir);

/// What became of a command.
pub struct Ran {
    /// Its exit code.
    pub code: i32,
    /// What it printed, to both.
    pub text: String,
}

impl Place {
    /// One whose settings have these lines about the source.
    pub fn new(source: &str) -> Self {
        let place = Self(TempDir::new().expect("a folder"));
        place.write("apiarist.toml", &format!("[source]\n{source}\n"));
        place.write("openapi.yaml", &document("1"));
        place
    }

    /// The folder of the workspace.
    pub fn root(&self) -> &Path {
        self.0.path()
    }

    fn spec(&self) -> PathBuf {
        self.0.path().join("specs/pets")
    }

    /// Writes a file, by its path from `specs/pets`.
    pub fn write(&self, path: &str, text: &str) {
        let path = self.spec().join(path);
        // Folders come first, since `..` leads out of a folder only when it is there.
        fs::create_dir_all(self.spec()).expect("a folder");
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    /// Reads a file of `specs/pets`.
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.spec().join(name)).expect("a text")
    }

    /// All files of `specs/pets` with their texts.
    pub fn files(&self) -> BTreeMap<String, String> {
        fn collect(root: &Path, folder: &Path, found: &mut BTreeMap<String, String>) {
            for path in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
                if path.is_dir() {
                    collect(root, &path, found);
                } else {
                    let name = path.strip_prefix(root).expect("it is inside").display().to_string();
                    found.insert(name, fs::read_to_string(&path).expect("a text"));
                }
            }
        }
        let mut found = BTreeMap::new();
        collect(&self.spec(), &self.spec(), &mut found);
        found
    }

    /// Runs `cargo xtask update pets` with these arguments.
    pub fn update(&self, arguments: &[&str]) -> Ran {
        self.run(&[&["update", "pets"], arguments].concat())
    }

    /// Runs a task in this workspace.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
            .args(arguments)
            .current_dir(self.0.path())
            .env("CARGO_MANIFEST_DIR", self.0.path().join("xtask"))
            .output()
            .expect("it runs");
        let text = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
        Ran { code: output.status.code().expect("it ends by itself"), text }
    }
}
