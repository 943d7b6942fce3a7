//! Compiles generated clients in the same folder, so that their dependencies are compiled once.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::examples::{self, Examples};
use super::features::{self, Features};
use super::fingerprint::Fingerprint;
use apiarist_measure::cargo_check::{self, Compiled, Task};
use xtask::workspace::Workspace;

/// A folder in which one client after the other is compiled.
#[derive(Debug)]
pub struct Compiler {
    /// The parent of the client's folder, the target folder and the captured output.
    folder: PathBuf,
    /// The cached results of earlier clients, by fingerprint.
    known: PathBuf,
    /// The fingerprint of the runtime, its dependencies and the compiler.
    surroundings: String,
    /// The lock file with the versions of all dependencies.
    lock: PathBuf,
}

/// Returns the fingerprint of the runtime, its dependencies and the compiler.
pub fn surroundings(workspace: &Workspace) -> io::Result<String> {
    let mut surroundings = Fingerprint::default();
    surroundings.add_folder(&workspace.runtime().join("src"))?;
    surroundings.add(Path::new("Cargo.toml"), &fs::read(workspace.runtime().join("Cargo.toml"))?);
    surroundings.add(Path::new("Cargo.lock"), &fs::read(workspace.root().join("Cargo.lock"))?);
    surroundings.add(Path::new("rustc"), &Command::new("rustc").arg("--version").output()?.stdout);
    Ok(surroundings.finish())
}

/// Makes the crate in a folder independent of the workspace, unless it already is.
pub fn surrounded(folder: &Path, lock: &Path) -> io::Result<()> {
    let manifest = fs::read_to_string(folder.join("Cargo.toml"))?;
    if manifest.ends_with("\n[workspace]\n") { Ok(()) } else { cargo_check::set_apart(folder, lock) }
}

impl Compiler {
    /// Prepares a folder for compiling. Results are cached in `known`.
    pub fn new(workspace: &Workspace, folder: &Path, known: &Path) -> io::Result<Self> {
        fs::create_dir_all(known)?;
        let (surroundings, lock) = (surroundings(workspace)?, workspace.root().join("Cargo.lock"));
        Ok(Self { folder: folder.to_owned(), known: known.to_owned(), surroundings, lock })
    }

    /// Returns the folder of the client to be compiled.
    pub fn crate_folder(&self) -> PathBuf {
        self.folder.join("client")
    }

    /// Compiles the examples that were written into the client.
    pub fn check_examples(&self, written: Examples) -> io::Result<Examples> {
        examples::check(written, &self.crate_folder(), &self.lock, &self.folder.join("target"), &self.folder)
    }

    /// Compiles features of the client, each alone.
    pub fn check_features(&self, count: usize) -> io::Result<Features> {
        features::check(count, &self.crate_folder(), &self.lock, &self.folder.join("target"), &self.folder)
    }

    /// Returns the cached result for a client of this fingerprint, from the compiler or from clippy.
    pub fn known(&self, fingerprint: &str, linted: bool) -> Option<Compiled> {
        serde_json::from_slice(&fs::read(self.known_file(fingerprint, linted)).ok()?).ok()
    }

    fn known_file(&self, fingerprint: &str, linted: bool) -> PathBuf {
        let linted = if linted { "-linted" } else { "" };
        self.known.join(format!("{fingerprint}-{}{linted}.json", self.surroundings))
    }

    /// Compiles or lints the client in the folder, and caches the result.
    pub fn check(&self, fingerprint: &str, linted: bool) -> io::Result<Compiled> {
        let client = self.crate_folder();
        cargo_check::set_apart(&client, &self.lock)?;
        let task = if linted { Task::Clippy } else { Task::Check };
        let compiled = cargo_check::compile(&client, task, &self.folder.join("target"), &self.folder)?;
        let text = serde_json::to_vec(&compiled).map_err(io::Error::other)?;
        fs::write(self.known_file(fingerprint, linted), text)?;
        Ok(compiled)
    }
}
