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
            "packageName=client,packageVersion=0.1.0",
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

/// The number of characters after which a reason is cut off.
const LONGEST_REASON: usize = 160;

impl Peer {
    /// Returns the program in `folder`, or in the search path without a folder; `None` if it cannot be started.
    pub fn find(&'static self, folder: Option<&Path>) -> Option<Installed> {
        let program = folder.map_or_else(|| PathBuf::from(self.program), |folder| folder.join(self.program));
        let output = Command::new(&program).arg(self.version).output().ok()?;
        let text = String::from_utf8_lossy(&output.stdout);
        let version = text.split_whitespace().find(|word| word.starts_with(|first: char| first.is_ascii_digit()));
        let version = version.map(str::to_owned).or_else(|| self.recorded_version(folder?));
        Some(Installed { peer: self, version: version.unwrap_or_else(|| "of an unknown version".to_owned()), program })
    }

    /// Returns the command that generates a client, for readers.
    pub fn command(&self) -> String {
        format!("{} {}", self.program, self.arguments.join(" "))
    }

    /// Returns the version that `cargo install` recorded next to the folder of its programs. cargo-progenitor has no
    /// argument that prints it.
    fn recorded_version(&self, folder: &Path) -> Option<String> {
        let record = fs::read_to_string(folder.parent()?.join(".crates.toml")).ok()?;
        let packages = record.lines().filter_map(|line| line.strip_prefix('"')?.split_once(' '));
        let (_, rest) = packages.into_iter().find(|(name, _)| *name == self.program)?;
        rest.split(' ').next().map(str::to_owned)
    }
}

impl Installed {
    /// Writes the client of a document to the new folder `client`. Returns the cost, or the reason that the program
    /// printed if it failed. The output is buffered in `scratch`.
    pub fn generate(&self, document: &Path, client: &Path, scratch: &Path) -> io::Result<Result<Cost, String>> {
        if client.exists() {
            fs::remove_dir_all(client)?;
        }
        fs::create_dir_all(client)?;
        let mut command = Command::new(&self.program);
        let arguments = self.peer.arguments.iter().map(|argument| argument_for(argument, document, client));
        let measured = metrics::run(command.args(arguments).env("RUST_BACKTRACE", "0"), scratch)?;
        if !measured.status.success() {
            let reason = reason(&measured.output, &measured.errors);
            return Ok(Err(reason.unwrap_or_else(|| metrics::ending(measured.status))));
        }
        (self.peer.complete)(client)?;
        Ok(Ok(Cost { cpu: measured.cpu, memory: measured.memory }))
    }
}

/// Returns the message of a panic, or else the first line about an error, or else the last line. The standard output is
/// read first, because progenitor prints the cause to it.
fn reason(output: &str, errors: &str) -> Option<String> {
    let lines: Vec<&str> =
        output.lines().chain(errors.lines()).map(str::trim).filter(|line| !line.is_empty()).collect();
    let panic = lines.iter().position(|line| line.contains(" panicked at "));
    let is_error = |line: &&&str| ["error", "exception", "fail"].iter().any(|word| line.to_lowercase().contains(word));
    let line = panic.and_then(|at| lines.get(at + 1)).or_else(|| lines.iter().find(is_error)).or(lines.last())?;
    let message = line.strip_prefix("Error:").unwrap_or(line).trim_start_matches([' ', '×']);
    Some(message.chars().take(LONGEST_REASON).collect())
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
    fn version_is_that_of_the_installation() {
        let place = tempfile::TempDir::new().expect("a folder");
        let record = "[v1]\n\"cargo-progenitor 0.15.1 (registry+https://x.example)\" = [\"cargo-progenitor\"]\n";
        fs::write(place.path().join(".crates.toml"), record).expect("a file");
        let version = |peer: &Peer| peer.recorded_version(&place.path().join("bin"));
        assert_eq!(PEERS.each_ref().map(version), [None, None, None, None, Some("0.15.1".to_owned())]);
    }

    #[test]
    fn reason_is_the_first_useful_line() {
        let panic = "\nthread 'main' panicked at src/method.rs:9:5:\nassertion failed: types <= 1\nnote: run with";
        assert_eq!(reason("", panic).as_deref(), Some("assertion failed: types <= 1"));
        let printed = reason("gen fail: invalid version: 3.1.0\n", "Error: generation experienced errors\n");
        assert_eq!(printed.as_deref(), Some("gen fail: invalid version: 3.1.0"));
        let framed = "reading\nError:   × Failed to parse OpenAPI document\n  ╰─▶ line 3\n   |\n";
        assert_eq!(reason("", framed).as_deref(), Some("Failed to parse OpenAPI document"));
        assert_eq!(reason("reading\nkilled\n", "").as_deref(), Some("killed"));
        assert_eq!(reason(" \n", ""), None);
    }

    #[test]
    fn command_has_placeholders() {
        let command = "ploidy generate rust DOCUMENT --output CLIENT --name client";
        assert!(PEERS.iter().any(|peer| peer.command() == command));
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
