//! Generates clients for tests.

#![allow(dead_code, reason = "each test that includes this module uses a part of it")]

pub mod derived_methods;

use std::path::{Path, PathBuf};

use apiarist::diagnostics::{Diagnostics, Style, render};
use apiarist::emit::{Form, Placement};
use apiarist::{Client as Planned, Document, Project, Settings};

/// The output for a document.
pub struct Generated {
    /// The rendered diagnostics.
    pub findings: String,
    /// The client, or `None` if a diagnostic is fatal.
    pub client: Option<Client>,
}

/// A client as text.
pub struct Client {
    /// The files, by path relative to the module of the API.
    pub files: Vec<(PathBuf, String)>,
    /// The public surface, one line for each item.
    pub outline: String,
}

/// Generates the client of a document or of a folder of `specs/`.
pub fn generate(path: &Path) -> Generated {
    match Project::open(path) {
        Ok(project) => Generated {
            findings: rendered(Some(project.document()), project.diagnostics()),
            client: Some(client(project.client(), &import_path(project.document().path()))),
        },
        Err(error) => Generated { findings: rendered(error.document(), error.diagnostics()), client: None },
    }
}

/// Returns the path of a case in the crate that compiles the examples of its methods.
fn import_path(document: &Path) -> String {
    let folders = document.parent().into_iter().flat_map(Path::components);
    let names: Vec<_> = folders.map(|folder| folder.as_os_str().to_string_lossy().replace('-', "_")).collect();
    let last = names.len().saturating_sub(2);
    format!("apiarist_tests::{}", names.get(last..).unwrap_or_default().join("::"))
}

/// Generates the client of a document from its text.
pub fn generate_text(name: &str, text: &str) -> Generated {
    let mut diagnostics = Diagnostics::new();
    let document = Document::parse(name, text);
    let planned = match &document {
        Ok(document) => Planned::plan(document, &Settings::default(), &mut diagnostics),
        Err(error) => {
            diagnostics.add_source_error(error);
            None
        }
    };
    Generated {
        findings: rendered(document.ok().as_ref(), &diagnostics),
        client: planned.map(|planned| client(&planned, "client")),
    }
}

fn client(planned: &Planned, import_path: &str) -> Client {
    let files = planned.files(&placement(import_path)).unwrap_or_else(|error| panic!("{error}"));
    Client { files, outline: planned.outline() }
}

/// Returns a placement as a module that belongs to no folder.
fn placement(import_path: &str) -> Placement {
    let header = "Written by apiarist from openapi.yaml. Do not edit.".to_owned();
    Placement { folder: PathBuf::new(), header, form: Form::ApiModule, import_path: import_path.to_owned() }
}

fn rendered(document: Option<&Document>, diagnostics: &Diagnostics) -> String {
    render(document, diagnostics, Style::Plain, usize::MAX)
}
