//! Compiles generated clients, each at the same place, so that what they depend on is compiled once.

use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use serde_json::Value;

use super::child::CRATE_NAME;
use super::fingerprint::Fingerprint;
use super::measured::{self, Measured, ending};
use super::outcome::Compiled;
use crate::workspace::Workspace;

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
        // What stands below the workspace would be taken for a part of it.
        let manifest = fs::read_to_string(client.join("Cargo.toml"))?;
        fs::write(client.join("Cargo.toml"), format!("{manifest}\n[workspace]\n"))?;
        fs::copy(&self.lock, client.join("Cargo.lock"))?;
        let target = self.folder.join("target");
        self.forget(&target)?;
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(cargo);
        let task = if linted { "clippy" } else { "check" };
        command.current_dir(&client).args([task, "--quiet", "--message-format", "json", "--target-dir"]);
        command.arg(&target).env("CARGO_INCREMENTAL", "0");
        let compiled = Compiled { linted, ..read(&measured::run(&mut command, &self.folder)?) };
        self.forget(&target)?;
        let text = serde_json::to_vec(&compiled).map_err(io::Error::other)?;
        fs::write(self.known_file(fingerprint, linted), text)?;
        Ok(compiled)
    }

    /// Removes what the compiler left of the client before, but not of its dependencies.
    fn forget(&self, target: &Path) -> io::Result<()> {
        let underscored = CRATE_NAME.replace('-', "_");
        for folder in ["debug/.fingerprint", "debug/deps"] {
            let Ok(entries) = fs::read_dir(target.join(folder)) else { continue };
            for entry in entries {
                let path = entry?.path();
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                if !name.contains(CRATE_NAME) && !name.contains(&underscored) {
                    continue;
                }
                if path.is_dir() { fs::remove_dir_all(&path)? } else { fs::remove_file(&path)? }
            }
        }
        Ok(())
    }
}

/// Reads the messages of `cargo check` about the client.
fn read(measured: &Measured) -> Compiled {
    let mut compiled = Compiled { cpu: measured.cpu, memory: measured.memory, ..Compiled::default() };
    let mut first_warning = None;
    for message in measured.output.lines().filter_map(message_of_client) {
        let text = message.get("message").and_then(Value::as_str).unwrap_or_default();
        // The last messages only count the others.
        if text.starts_with("aborting due to") || text.ends_with(" emitted") {
            continue;
        }
        let code = message.pointer("/code/code").and_then(Value::as_str).unwrap_or("without a code");
        let said = (code.to_owned(), text.to_owned());
        match message.get("level").and_then(Value::as_str) {
            Some("warning") => {
                compiled.warnings += 1;
                first_warning.get_or_insert(said);
            }
            Some(level) if level.starts_with("error") => {
                compiled.errors += 1;
                compiled.first.get_or_insert(said);
            }
            _ => {}
        }
    }
    compiled.first = compiled.first.or(first_warning);
    if !measured.status.success() && compiled.errors == 0 {
        let last = measured.errors.lines().rfind(|line| !line.trim().is_empty());
        let text = last.map_or_else(|| ending(measured.status), |line| line.trim().to_owned());
        (compiled.errors, compiled.first) = (1, Some(("cargo".to_owned(), text)));
    }
    compiled
}

fn message_of_client(line: &str) -> Option<Value> {
    let mut line: Value = serde_json::from_str(line).ok()?;
    let is_ours = line.pointer("/target/name").is_some_and(|name| *name == CRATE_NAME.replace('-', "_"));
    (is_ours && line.get("reason")? == "compiler-message").then(|| line["message"].take())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::ExitStatus;

    fn measured(lines: &[&str], errors: &str) -> Measured {
        let output = lines.join("\n");
        Measured { status: ExitStatus::default(), cpu: 1.5, memory: 7, output, errors: errors.to_owned() }
    }

    #[test]
    fn messages_about_the_client_are_counted_and_no_others() {
        let message = |target: &str, level: &str, code: &str, text: &str| {
            let message = serde_json::json!({"level": level, "code": {"code": code}, "message": text});
            let target = serde_json::json!({"name": target});
            serde_json::json!({"reason": "compiler-message", "target": target, "message": message}).to_string()
        };
        let lines = [
            message("apiarist_runtime", "warning", "dead_code", "not of the client"),
            message("conformance_client", "warning", "dead_code", "unused"),
            message("conformance_client", "error", "E0412", "cannot find type `A`"),
            message("conformance_client", "error", "E0412", "cannot find type `B`"),
            message("conformance_client", "error", "", "aborting due to 2 previous errors; 1 warning emitted"),
            "{\"reason\": \"build-finished\", \"success\": false}".to_owned(),
        ];
        let compiled = read(&measured(&lines.each_ref().map(String::as_str), ""));
        let first = Some(("E0412".to_owned(), "cannot find type `A`".to_owned()));
        assert_eq!(compiled, Compiled { errors: 2, warnings: 1, first, cpu: 1.5, memory: 7, linted: false });
        assert!(read(&measured(&[], "")).is_clean());
    }
}
