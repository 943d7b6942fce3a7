//! Runs `apiarist generate` as users do, and measures the generated crate.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

use serde::Serialize;
use serde_json::Value;

use super::{Cost, failed};
use apiarist_measure::metrics;
use xtask::workspace::Workspace;
use xtask::{Failure, cargo};

/// A release build of the `apiarist` binary.
#[derive(Debug)]
pub struct Generator {
    binary: PathBuf,
    /// The arguments that select the runtime of the workspace.
    runtime: [OsString; 2],
}

/// The size of a crate's code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Size {
    /// The number of lines in all Rust files.
    pub lines: u64,
    /// The number of bytes in all Rust files.
    pub bytes: u64,
    /// The number of Rust files.
    pub files: u64,
}

impl Generator {
    /// Builds the binary if it is out of date. The output of cargo is buffered in files of `folder`.
    pub fn build(workspace: &Workspace, folder: &Path) -> Result<Self, Failure> {
        let mut command = cargo::command();
        command.current_dir(workspace.root());
        // Without a package: earlier revisions have the binary in another one.
        command.args(["build", "--release", "--quiet", "--bin", "apiarist"]);
        let built = metrics::run(command.args(["--message-format", "json"]), folder);
        let built = built.map_err(|error| failed(folder, &error))?;
        let artifacts = built.output.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
        let mut binaries = artifacts.filter_map(|line| Some(PathBuf::from(line.get("executable")?.as_str()?)));
        match binaries.next().filter(|_| built.status.success()) {
            Some(binary) => Ok(Self { runtime: runtime_arguments(&binary, &workspace.runtime()), binary }),
            None => Err(Failure::Message(format!("cannot build `apiarist`: {}", built.errors.trim()))),
        }
    }

    /// Copies the binary to a folder where no other build replaces it.
    pub fn copied_to(self, folder: &Path) -> Result<Self, Failure> {
        let copy = folder.join("apiarist");
        fs::copy(&self.binary, &copy).map_err(|error| failed(&copy, &error))?;
        Ok(Self { binary: copy, ..self })
    }

    /// Writes the client of a document to the new folder `client` in `folder`. Returns that folder and the cost.
    pub fn generate(&self, document: &Path, folder: &Path) -> Result<(PathBuf, Cost), Failure> {
        self.generate_selection(document, &[], folder)
    }

    /// Does the same for the operations that match these patterns; all operations without a pattern.
    pub fn generate_selection(
        &self,
        document: &Path,
        include: &[String],
        folder: &Path,
    ) -> Result<(PathBuf, Cost), Failure> {
        let client = folder.join("client");
        if client.exists() {
            fs::remove_dir_all(&client).map_err(|error| failed(&client, &error))?;
        }
        let mut command = Command::new(&self.binary);
        command.arg("generate").arg(document).arg("--out").arg(&client).args(&self.runtime);
        command.args(include.iter().flat_map(|pattern| ["--include", pattern]));
        let measured = metrics::run(&mut command, folder).map_err(|error| failed(folder, &error))?;
        if !measured.status.success() {
            return Err(failed(document, &format!("no client was generated\n{}", measured.errors.trim())));
        }
        Ok((client, Cost { cpu: measured.cpu, memory: measured.memory }))
    }

    /// Compares two versions of a document. Returns the cost. The report is written to a file of `folder`.
    pub fn diff(&self, old: &Path, new: &Path, folder: &Path) -> Result<Cost, Failure> {
        let mut command = Command::new(&self.binary);
        let measured = metrics::run(command.arg("diff").arg(old).arg(new), folder);
        let measured = measured.map_err(|error| failed(folder, &error))?;
        if !measured.status.success() {
            return Err(failed(new, &format!("the documents were not compared\n{}", measured.errors.trim())));
        }
        Ok(Cost { cpu: measured.cpu, memory: measured.memory })
    }
}

/// Returns the arguments that select the runtime. Earlier revisions have an option for its path.
fn runtime_arguments(binary: &Path, runtime: &Path) -> [OsString; 2] {
    let help = Command::new(binary).args(["generate", "--help"]).output();
    if help.is_ok_and(|help| String::from_utf8_lossy(&help.stdout).contains("--runtime-path")) {
        return ["--runtime-path".into(), runtime.into()];
    }
    let mut value = OsString::from("path=");
    value.push(runtime);
    ["--runtime".into(), value]
}

impl Size {
    /// Measures the code of a crate.
    pub fn of(folder: &Path) -> io::Result<Self> {
        let mut size = Self::default();
        let mut open = vec![folder.join("src")];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(&folder)? {
                let path = entry?.path();
                if path.is_dir() {
                    open.push(path);
                } else if path.extension().is_some_and(|extension| extension == "rs") {
                    let text = fs::read_to_string(&path)?;
                    size.lines += text.lines().count() as u64;
                    size.bytes += text.len() as u64;
                    size.files += 1;
                }
            }
        }
        Ok(size)
    }
}
