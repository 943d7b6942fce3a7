//! The way from a document to the text of its client, as the tests walk it.

#![allow(dead_code, reason = "each test that includes this module uses a part of it")]

pub mod derived_methods;

use std::path::{Path, PathBuf};

use apiarist::derives::Derives;
use apiarist::diagnostics::{Diagnostics, Style, render};
use apiarist::emit::{Placement, emit_api};
use apiarist::ir::Graph;
use apiarist::lower::lower;
use apiarist::model::Model;
use apiarist::names::Names;
use apiarist::outline::outline;
use apiarist::print::print_all;
use apiarist::settings::Settings;
use apiarist::source::{Document, folder_of, overlays_beside};

/// What a document gives.
pub struct Generated {
    /// What was found wrong with it, as people read it.
    pub findings: String,
    /// The files of its client and the outline of them, unless something was found that forbids it.
    pub client: Option<Client>,
}

/// A client as text.
pub struct Client {
    /// The files, by their paths inside the module of the API.
    pub files: Vec<(PathBuf, String)>,
    /// The public surface, one line each.
    pub outline: String,
}

/// Generates the client of a document, with the settings beside it if there are any.
pub fn generate(path: &Path) -> Generated {
    let (settings, diagnostics) = settings_beside(path);
    generate_with(path, &settings, diagnostics)
}

/// Generates the client of a document in a folder of `specs/`, whose name the client has where settings give it none, as
/// `cargo xtask codegen` does.
pub fn generate_api(name: &str, path: &Path) -> Generated {
    let (mut settings, diagnostics) = settings_beside(path);
    settings.client.name.get_or_insert_with(|| name.to_owned());
    generate_with(path, &settings, diagnostics)
}

fn settings_beside(path: &Path) -> (Settings, Diagnostics) {
    let mut diagnostics = Diagnostics::new();
    let settings = path.with_file_name("apiarist.toml");
    let settings =
        if settings.exists() { Settings::read(&settings, &mut diagnostics) } else { Some(Settings::default()) };
    (settings.unwrap_or_default(), diagnostics)
}

fn generate_with(path: &Path, settings: &Settings, mut diagnostics: Diagnostics) -> Generated {
    match overlays_beside(path).and_then(|overlays| Document::read_patched(path, &folder_of(path), &overlays)) {
        Ok(document) => generate_from(&document, settings, diagnostics, &import_path(path)),
        Err(error) => {
            diagnostics.add_source_error(&error);
            Generated { findings: rendered(None, &diagnostics), client: None }
        }
    }
}

/// The path of a case in the crate of the cases, which compiles the examples of its methods.
fn import_path(document: &Path) -> String {
    let folders = document.parent().into_iter().flat_map(Path::components);
    let names: Vec<_> = folders.map(|folder| folder.as_os_str().to_string_lossy().replace('-', "_")).collect();
    let last = names.len().saturating_sub(2);
    format!("apiarist_tests::{}", names.get(last..).unwrap_or_default().join("::"))
}

/// Generates the client of a document that is given as text.
pub fn generate_text(name: &str, text: &str) -> Generated {
    let mut diagnostics = Diagnostics::new();
    match Document::parse(name, text) {
        Ok(document) => generate_from(&document, &Settings::default(), diagnostics, "client"),
        Err(error) => {
            diagnostics.add_source_error(&error);
            Generated { findings: rendered(None, &diagnostics), client: None }
        }
    }
}

fn generate_from(
    document: &Document,
    settings: &Settings,
    mut diagnostics: Diagnostics,
    import_path: &str,
) -> Generated {
    diagnostics.add_faults(document);
    let client = Model::read(document, &mut diagnostics).map(|model| {
        let api = lower(&model, settings, &mut diagnostics);
        let graph = Graph::new(&api);
        let names = Names::assign(&api, settings, &mut diagnostics);
        let derives = Derives::new(&api, &graph, &settings.derives, &mut diagnostics);
        let files = print_all(|| emit_api(&api, &graph, &names, &derives, &placement(import_path)))
            .unwrap_or_else(|error| panic!("{error}"));
        let files = files.into_iter().collect();
        Client { files, outline: outline(&api, &graph, &names) }
    });
    let client = client.filter(|_| !diagnostics.has_errors());
    Generated { findings: rendered(Some(document), &diagnostics), client }
}

/// A module of its own, in no folder.
fn placement(import_path: &str) -> Placement {
    let header = "Written by apiarist from openapi.yaml. Do not edit.".to_owned();
    Placement { folder: PathBuf::new(), header, is_module: true, import_path: import_path.to_owned() }
}

fn rendered(document: Option<&Document>, diagnostics: &Diagnostics) -> String {
    render(document, diagnostics, Style::Plain, usize::MAX)
}
