//! Turns OpenAPI documents into Rust clients that read as if a careful engineer had written them by hand.
//!
//! Data flows one way, from text to text; every stage adds what it finds wrong to the [`Diagnostics`]:
//!
//! ```
//! use apiarist::{Client, diagnostics::Diagnostics, settings::Settings, source::Document};
//!
//! let text = r#"
//! openapi: 3.1.0
//! info: {title: Pets, version: "1"}
//! components:
//!   schemas:
//!     Pet:
//!       description: Somebody furry.
//!       type: object
//!       required: [name]
//!       properties: {name: {type: string}}
//! "#;
//! let document = Document::parse("pets.yaml", text)?;
//! let mut diagnostics = Diagnostics::new();
//! let client = Client::plan(&document, &Settings::default(), &mut diagnostics).expect("it is an OpenAPI document");
//! assert!(diagnostics.is_empty());
//!
//! let files = client.module("pets", "specs/pets/openapi.yaml")?;
//! let pet = files.get("src/pets/types/pet.rs").expect("every named schema has a file");
//! assert!(pet.contains("/// Somebody furry."));
//! assert!(pet.contains("pub struct Pet {\n    pub name: String,\n}"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`Document`] is the untyped tree of a file, [`model`] reads it as OpenAPI, [`lower`](mod@lower) decides what it means
//! ([`ir`]), [`names`] what it is called in Rust, [`emit`] and [`print`](mod@print) write it, and [`files`] puts it on disk.

pub mod code_span;
pub mod diagnostics;
pub mod diff;
pub mod emit;
pub mod files;
pub mod import;
pub mod ir;
pub mod lower;
pub mod model;
pub mod names;
pub mod outline;
pub mod print;
pub mod report;
pub mod rustdoc;
pub mod settings;
pub mod source;
pub mod unprintable;

use std::path::PathBuf;

use diagnostics::Diagnostics;
use emit::{CrateDescription, EmittedFile, Placement, RuntimeDependency};
use files::Files;
use ir::{Api, Graph};
use model::Model;
use names::Names;
use print::PrintError;
use settings::{Dependencies, Settings};
use source::Document;
use unprintable::stripped;

/// Reads a document up to the intermediate representation. Nothing when it cannot be read at all.
pub fn lower(document: &Document, settings: &Settings, diagnostics: &mut Diagnostics) -> Option<Api> {
    diagnostics.add_faults(document);
    let model = Model::read(document, diagnostics)?;
    let api = lower::lower(&model, settings, diagnostics);
    report::report_lost_operations(document, &api, diagnostics);
    Some(api)
}

/// A client of which everything is decided, ready to be written.
#[derive(Clone, Debug)]
pub struct Client {
    api: Api,
    graph: Graph,
    names: Names,
    settings: Settings,
}

impl Client {
    /// Decides everything about the client of a document. Nothing when the document cannot be read, or when something was
    /// found that forbids to go on.
    pub fn plan(document: &Document, settings: &Settings, diagnostics: &mut Diagnostics) -> Option<Self> {
        let api = lower(document, settings, diagnostics)?;
        let graph = Graph::new(&api);
        let names = Names::assign(&api, &graph, settings, diagnostics);
        (!diagnostics.has_errors()).then(|| Self { api, graph, names, settings: settings.clone() })
    }

    /// What the document says.
    pub fn api(&self) -> &Api {
        &self.api
    }

    /// What everything in it is called in Rust.
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// This client as one of two that are [compared](diff::compare). `document` is what it was made of.
    pub fn side<'a>(&'a self, document: &'a Document) -> diff::Side<'a> {
        diff::Side::new(document, &self.api, &self.graph, &self.names)
    }

    /// The public surface as text, one line for each thing.
    pub fn outline(&self) -> String {
        outline::outline(&self.api, &self.graph, &self.names)
    }

    /// Returns the client as the module `name` of a larger crate. `source` states the location of the document.
    ///
    /// The folder of the module has a `rustfmt.toml` that turns formatting off. rustfmt reads it for the files of that
    /// folder alone; where it starts from another file, such as `src/lib.rs`, the declaration of the module needs
    /// `#[rustfmt::skip]`.
    ///
    /// # Errors
    /// If a generated item is not valid Rust, which is a bug of the generator.
    pub fn module(&self, name: &str, source: &str) -> Result<Files, PrintError> {
        let folder = PathBuf::from("src").join(module_name(name));
        let header = header(source, ": change that, then run `cargo xtask codegen`.");
        let placement = Placement { folder: folder.clone(), header: header.clone(), is_module: true };
        let mut files = self.files(&placement)?;
        add(&mut files, || vec![emit::rustfmt_settings(&folder, &header)])?;
        Ok(files)
    }

    /// Returns the client as a crate of its own. `source` states the location of the document.
    ///
    /// # Errors
    /// If a generated item is not valid Rust, which is a bug of the generator.
    pub fn standalone_crate(&self, name: &str, source: &str, runtime: RuntimeDependency) -> Result<Files, PrintError> {
        let header = header(source, " when it is written again.");
        let description = CrateDescription {
            name: name.to_owned(),
            version: "0.1.0".to_owned(),
            description: format!("A client of {}", self.title_on_a_line()),
            runtime,
            dependencies: self.settings.dependencies.clone(),
            header: header.clone(),
        };
        let mut files = self.files(&Placement { folder: PathBuf::from("src"), header, is_module: false })?;
        add(&mut files, || emit::emit_crate(&self.api, &description))?;
        Ok(files)
    }

    fn title_on_a_line(&self) -> String {
        stripped(&self.api.title).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn files(&self, placement: &Placement) -> Result<Files, PrintError> {
        let mut files = Files::new();
        add(&mut files, || emit::emit_api(&self.api, &self.graph, &self.names, &self.settings, placement))?;
        Ok(files)
    }
}

/// What holds the [modules](Client::module) of several clients together as one crate: its manifest and its root. `apis`
/// are the names of the modules with the titles of their documents, `examples` the names of those that people have
/// written an example for, in `examples/`, and `dependencies` the crates that types come from which people chose.
///
/// # Errors
/// If a generated item is not valid Rust, which is a bug of the generator.
pub fn workspace_crate(
    name: &str,
    apis: &[(String, String)],
    examples: &[String],
    dependencies: &Dependencies,
) -> Result<Files, PrintError> {
    let header = header("specs/", ": change those, then run `cargo xtask codegen`.");
    let mut files = Files::new();
    add(&mut files, || emit::emit_workspace_crate(name, apis, examples, dependencies, &header))?;
    Ok(files)
}

/// The name of the Rust module for an API of this name.
pub fn module_name(api: &str) -> String {
    api.replace('-', "_")
}

/// Returns the first line of every file. The name of the document is untrusted, and rustdoc reads the line as Markdown.
fn header(source: &str, rest: &str) -> String {
    emit::finished_text(&files::header(source, rest))
}

/// Adds the texts of files.
fn add(files: &mut Files, emit: impl FnOnce() -> Vec<EmittedFile> + Send) -> Result<(), PrintError> {
    print::print_all(emit)?.into_iter().for_each(|(path, text)| files.insert(path, text));
    Ok(())
}
