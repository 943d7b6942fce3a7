//! Runs generators of other projects, and makes crates of what they write.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::super::Cost;
use apiarist_measure::metrics;

/// A generator of another project.
#[derive(Debug)]
pub struct Peer {
    /// The name of the project.
    pub name: &'static str,
    program: &'static str,
    /// The argument that prints the version.
    version: &'static str,
    /// The command that installs the program.
    pub install: &'static str,
    /// The arguments that write the client of `DOCUMENT` to the folder `CLIENT`.
    arguments: &'static [&'static str],
    /// Completes the folder to a crate.
    complete: fn(&Path) -> io::Result<()>,
}

/// A peer whose program was found.
#[derive(Debug)]
pub struct Installed {
    pub peer: &'static Peer,
    /// The version that the program prints.
    pub version: String,
    program: PathBuf,
}

/// The generators that make Rust clients, in the order of the page.
pub const PEERS: [Peer; 5] = [
    Peer {
        name: "openapi-to-rust",
        program: "openapi-to-rust",
        version: "--version",
        install: "cargo install --locked openapi-to-rust",
        arguments: &["generate", "DOCUMENT", "--output-dir", "CLIENT/src/generated"],
        complete: add_manifest,
    },
    Peer {
        name: "ploidy",
        program: "ploidy",
        version: "--version",
        install: "cargo install --locked ploidy",
        arguments: &["generate", "rust", "DOCUMENT", "--output", "CLIENT", "--name", "client"],
        complete: |_| Ok(()),
    },
    Peer {
        name: "oas3-gen",
        program: "oas3-gen",
        version: "--version",
        install: "cargo install --locked oas3-gen",
        arguments: &["generate", "client-mod", "--workspace", "-i", "DOCUMENT", "-o", "CLIENT"],
        complete: |_| Ok(()),
    },
    Peer {
        name: "OpenAPI Generator",
        program: "openapi-generator-cli",
        version: "version",
        install: "pip install openapi-generator-cli",
        arguments: &[
            "generate",
            "--generator-name",
            "rust",
            "--skip-validate-spec",
            "--input-spec",
            "DOCUMENT",
            "--output",
            "CLIENT",
            "--additional-properties",
            "packageName=client",
        ],
        complete: |_| Ok(()),
    },
    Peer {
        name: "progenitor",
        program: "cargo-progenitor",
        version: "--version",
        install: "cargo install --locked cargo-progenitor",
        arguments: &["progenitor", "-i", "DOCUMENT", "-o", "CLIENT", "--name", "client", "--version", "0.1.0"],
        complete: |_| Ok(()),
    },
];

impl Peer {
    /// Returns the program in `folder`, or in the search path without a folder; `None` if it cannot be started.
    pub fn find(&'static self, folder: Option<&Path>) -> Option<Installed> {
        let program = folder.map_or_else(|| PathBuf::from(self.program), |folder| folder.join(self.program));
        let output = Command::new(&program).arg(self.version).output().ok()?;
        let text = String::from_utf8_lossy(&output.stdout);
        let version = text.split_whitespace().find(|word| word.starts_with(|first: char| first.is_ascii_digit()));
        Some(Installed { peer: self, version: version.unwrap_or("of an unknown version").to_owned(), program })
    }
}

impl Installed {
    /// Writes the client of a document to the new folder `client`. Returns the cost, or the last lines of the program's
    /// output if it failed. The output is buffered in `scratch`.
    pub fn generate(&self, document: &Path, client: &Path, scratch: &Path) -> io::Result<Result<Cost, String>> {
        if client.exists() {
            fs::remove_dir_all(client)?;
        }
        fs::create_dir_all(client)?;
        let mut command = Command::new(&self.program);
        let arguments = self.peer.arguments.iter().map(|argument| argument_for(argument, document, client));
        let measured = metrics::run(command.args(arguments), scratch)?;
        if !measured.status.success() {
            let text = if measured.errors.trim().is_empty() { &measured.output } else { &measured.errors };
            let last = text.lines().rfind(|line| !line.trim().is_empty());
            return Ok(Err(last.map_or_else(|| metrics::ending(measured.status), |line| line.trim().to_owned())));
        }
        (self.peer.complete)(client)?;
        Ok(Ok(Cost { cpu: measured.cpu, memory: measured.memory }))
    }
}

/// Replaces the placeholder of a path by the path.
fn argument_for(argument: &str, document: &Path, client: &Path) -> OsString {
    match argument.strip_prefix("CLIENT") {
        Some(rest) => client.join(rest.trim_start_matches('/')).into(),
        None if argument == "DOCUMENT" => document.into(),
        None => argument.into(),
    }
}

/// Adds the manifest and the root of a crate to a module, whose dependencies the generator lists in a file.
fn add_manifest(client: &Path) -> io::Result<()> {
    let source = client.join("src");
    let dependencies = fs::read_to_string(source.join("generated").join("REQUIRED_DEPS.toml"))?;
    let package = "[package]\nname = \"client\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n";
    fs::write(client.join("Cargo.toml"), format!("{package}{dependencies}"))?;
    fs::write(source.join("lib.rs"), "pub mod generated;\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_program_is_not_installed() {
        let place = tempfile::TempDir::new().expect("a folder");
        assert!(PEERS.iter().all(|peer| peer.find(Some(place.path())).is_none()));
    }

    #[test]
    fn placeholders_are_replaced() {
        let replaced = |argument| argument_for(argument, Path::new("a b.yaml"), Path::new("out"));
        let arguments = ["DOCUMENT", "CLIENT/src/generated", "--name"].map(replaced);
        assert_eq!(arguments, ["a b.yaml", "out/src/generated", "--name"]);
    }

    #[test]
    fn module_becomes_a_crate() {
        let place = tempfile::TempDir::new().expect("a folder");
        let module = place.path().join("src").join("generated");
        fs::create_dir_all(&module).expect("a folder");
        fs::write(module.join("REQUIRED_DEPS.toml"), "[dependencies]\nserde = \"1\"\n").expect("a file");
        add_manifest(place.path()).expect("the crate is completed");
        let manifest = fs::read_to_string(place.path().join("Cargo.toml")).expect("a manifest");
        assert!(manifest.ends_with("edition = \"2024\"\n\n[dependencies]\nserde = \"1\"\n"), "{manifest}");
        assert!(place.path().join("src/lib.rs").is_file());
    }
}
