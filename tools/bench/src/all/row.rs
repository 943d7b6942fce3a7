//! One client: a document and the generator that reads it, with the cost of each run.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::super::generator::{Generator, Size};
use super::super::{Cost, failed};
use super::peers::Installed;
use apiarist_measure::cargo_check::{self, Task};
use apiarist_measure::figures::separated;
use xtask::Failure;
use xtask::terminal::print_err;

/// The name of the generator of this workspace.
pub const OURS: &str = "apiarist";

/// A client.
#[derive(Debug, Serialize)]
pub struct Row {
    /// The name of the document's file, with the folder if the file has the usual name `openapi`.
    pub document: String,
    pub generator: &'static str,
    /// The operations that are generated; all if empty.
    pub include: Vec<String>,
    pub size: Size,
    /// The cost of generating the client in each run.
    pub generation: Vec<Cost>,
    /// The cost of `cargo check` in each run.
    pub check: Vec<Cost>,
    /// The number of errors of the compiler.
    pub errors: u64,
    /// The first error of the compiler.
    pub first_error: Option<String>,
    /// The reason for which no client was generated.
    pub failure: Option<String>,
    #[serde(skip)]
    path: PathBuf,
    #[serde(skip)]
    folder: PathBuf,
}

impl Row {
    /// Creates a row without figures. `folder` is for its files.
    pub fn new(document: &Path, generator: &'static str, include: &[String], folder: &Path) -> Self {
        Self {
            document: shown_name(document),
            generator,
            include: include.to_vec(),
            size: Size::default(),
            generation: Vec::new(),
            check: Vec::new(),
            errors: 0,
            first_error: None,
            failure: None,
            path: document.to_owned(),
            folder: folder.to_owned(),
        }
    }

    /// The folder of the row's files.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The folder of the generated crate.
    pub fn client(&self) -> PathBuf {
        self.folder.join("client")
    }

    /// The document and the generator, for messages.
    pub fn name(&self) -> String {
        format!("{} ({})", self.document, self.generator)
    }

    /// Returns `true` if the crate was generated and has no errors.
    pub fn is_compiled(&self) -> bool {
        self.failure.is_none() && self.errors == 0
    }

    /// Returns `true` if the client has all operations of the document at this path.
    pub fn is_of(&self, document: &Path) -> bool {
        let is_same = |one: PathBuf| document.canonicalize().is_ok_and(|other| one == other);
        self.include.is_empty() && self.path.canonicalize().is_ok_and(is_same)
    }

    /// Describes why the client cannot be used, or returns `None` if it can.
    pub fn defect(&self) -> Option<String> {
        match self.errors {
            _ if self.failure.is_some() => Some("fails".to_owned()),
            0 => None,
            errors => Some(format!("{} {}", separated(errors), if errors == 1 { "error" } else { "errors" })),
        }
    }

    /// Generates the client once. A peer that fails is not run again.
    pub fn generate(&mut self, generator: &Generator, peers: &[Installed]) -> Result<(), Failure> {
        if self.failure.is_some() {
            return Ok(());
        }
        match peers.iter().find(|installed| installed.peer.name == self.generator) {
            None => {
                let (_, cost) = generator.generate_selection(&self.path, &self.include, &self.folder)?;
                self.generation.push(cost);
            }
            Some(peer) => {
                let generated = peer.generate(&self.path, &self.client(), &self.folder);
                match generated.map_err(|error| failed(&self.folder, &error))? {
                    Ok(cost) => self.generation.push(cost),
                    Err(message) => {
                        print_err(&format!("{}: {message}", self.name()));
                        self.failure = Some(message);
                        return Ok(());
                    }
                }
            }
        }
        if self.generation.len() == 1 {
            self.size = Size::of(&self.client()).map_err(|error| failed(&self.client(), &error))?;
        }
        Ok(())
    }

    /// Makes the crate independent of the workspace around it, ours with the dependency versions of `lock`.
    pub fn set_apart(&self, lock: &Path) -> Result<(), Failure> {
        let client = self.client();
        let is_ours = self.generator == OURS;
        let apart = if is_ours { cargo_check::set_apart(&client, lock) } else { cargo_check::detach(&client) };
        apart.map_err(|error| failed(&client, &error))
    }

    /// Compiles the dependencies of the crate.
    pub fn compile_dependencies(&self, target: &Path) -> Result<(), Failure> {
        let compiled = cargo_check::compile_dependencies(&self.client(), Task::Check, target, &self.folder);
        compiled.map_err(|error| failed(&self.client(), &error))
    }

    /// Compiles the crate alone, and counts its errors. The cost of a crate with errors is not kept.
    pub fn compile(&mut self, target: &Path) -> Result<(), Failure> {
        let compiled = cargo_check::compile(&self.client(), Task::Check, target, &self.folder);
        let compiled = compiled.map_err(|error| failed(&self.client(), &error))?;
        self.errors = compiled.errors;
        match compiled.first.filter(|_| compiled.errors > 0) {
            Some((code, message)) => {
                print_err(&format!("{}: {code}: {message}", self.name()));
                self.first_error = Some(format!("{code}: {message}"));
            }
            None => self.check.push(Cost { cpu: compiled.cpu, memory: compiled.memory }),
        }
        Ok(())
    }
}

/// Names a document after its file. Many files are named `openapi.yaml`, so their folders are added.
pub fn shown_name(document: &Path) -> String {
    let file = document.file_name().unwrap_or_default().to_string_lossy();
    let folder =
        document.parent().and_then(Path::file_name).filter(|_| document.file_stem() == Some("openapi".as_ref()));
    folder.map_or_else(|| file.clone().into_owned(), |folder| format!("{}/{file}", folder.to_string_lossy()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_have_different_names() {
        let names = ["specs/tavus/openapi.yaml", "openapi.json", "documents/github.json"];
        let names = names.map(|path| shown_name(Path::new(path)));
        assert_eq!(names, ["tavus/openapi.yaml", "openapi.json", "github.json"]);
    }

    #[test]
    fn defect_is_a_failure_or_the_number_of_errors() {
        let mut row = Row::new(Path::new("a.yaml"), OURS, &[], Path::new("0"));
        assert_eq!(row.defect(), None);
        row.errors = 1_200;
        assert_eq!(row.defect().as_deref(), Some("1,200 errors"));
        row.failure = Some("it panicked".to_owned());
        assert_eq!(row.defect().as_deref(), Some("fails"));
    }
}
