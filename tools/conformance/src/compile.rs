//! Compiles generated clients, each at the same place, so that what they depend on is compiled once.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::examples::{self, Examples};
use super::fingerprint::Fingerprint;
use apiarist_measure::compiled::{self, Compiled, Task};
use xtask::workspace::Workspace;

/// A place at which one client after the other is compiled.
#[derive(Debug)]
pub struct Compiler {
    /// Where the client is, what it is compiled to, and what the compiler prints.
    folder: PathBuf,
    /// What was said about clients before, by their fingerprints.
    known: PathBuf,
    /// Stands for the runtime, its dependencies and the compiler.
    surroundings: String,
    /// The versions of all dependencies.
    lock: PathBuf,
}

/// Stands for the runtime, its dependencies and the compiler.
pub fn surroundings(workspace: &Workspace) -> io::Result<String> {
    let mut surroundings = Fingerprint::default();
    surroundings.add_folder(&workspace.runtime().join("src"))?;
    surroundings.add(Path::new("Cargo.toml"), &fs::read(workspace.runtime().join("Cargo.toml"))?);
    surroundings.add(Path::new("Cargo.lock"), &fs::read(workspace.root().join("Cargo.lock"))?);
    surroundings.add(Path::new("rustc"), &Command::new("rustc").arg("--version").output()?.stdout);
    Ok(surroundings.finish())
}

/// Makes the crate in a folder one that is no member of a workspace, unless it is one already.
pub fn surrounded(folder: &Path, lock: &Path) -> io::Result<()> {
    let manifest = fs::read_to_string(folder.join("Cargo.toml"))?;
    if manifest.ends_with("\n[workspace]\n") { Ok(()) } else { compiled::set_apart(folder, lock) }
}

impl Compiler {
    /// Prepares a place in `folder`. Results are kept in `known`.
    pub fn new(workspace: &Workspace, folder: &Path, known: &Path) -> io::Result<Self> {
        fs::create_dir_all(known)?;
        let (surroundings, lock) = (surroundings(workspace)?, workspace.root().join("Cargo.lock"));
        Ok(Self { folder: folder.to_owned(), known: known.to_owned(), surroundings, lock })
    }

    /// Where the client belongs that is to be compiled.
    pub fn crate_folder(&self) -> PathBuf {
        self.folder.join("client")
    }

    /// Compiles the examples that were written into the client.
    pub fn check_examples(&self, written: Examples) -> io::Result<Examples> {
        examples::check(written, &self.crate_folder(), &self.lock, &self.folder.join("target"), &self.folder)
    }

    /// What is known about a client of this fingerprint, by the compiler or by clippy.
    pub fn known(&self, fingerprint: &str, linted: bool) -> Option<Compiled> {
        serde_json::from_slice(&fs::read(self.known_file(fingerprint, linted)).ok()?).ok()
    }

    fn known_file(&self, fingerprint: &str, linted: bool) -> PathBuf {
        let linted = if linted { "-linted" } else { "" };
        self.known.join(format!("{fingerprint}-{}{linted}.json", self.surroundings))
    }

    /// Compiles the client that stands in the folder, or lets clippy do so, and remembers what was said.
    pub fn check(&self, fingerprint: &str, linted: bool) -> io::Result<Compiled> {
        let client = self.crate_folder();
        compiled::set_apart(&client, &self.lock)?;
        let task = if linted { Task::Clippy } else { Task::Check };
        let compiled = compiled::compile(&client, task, &self.folder.join("target"), &self.folder)?;
        let text = serde_json::to_vec(&compiled).map_err(io::Error::other)?;
        fs::write(self.known_file(fingerprint, linted), text)?;
        Ok(compiled)
    }
}
