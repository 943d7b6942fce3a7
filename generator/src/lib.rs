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
//! let files = client.module("my_apis", "pets", "specs/pets/openapi.yaml")?;
//! let pet = files.get("src/pets/types/pet.rs").expect("every named schema has a file");
//! assert!(pet.contains("/// Somebody furry."));
//! assert!(pet.contains("pub struct Pet {\n    pub name: String,\n}"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`Document`] is the untyped tree of a file, [`model`] reads it as OpenAPI, [`lower`](mod@lower) decides what it means
//! ([`ir`]), [`names`] what it is called in Rust, [`emit`] and [`print`](mod@print) write it, and [`files`] puts it on disk.

pub mod code_span;
pub mod deep_stack;
pub mod derives;
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
pub mod runtime_items;
pub mod rustdoc;
pub mod settings;
pub mod source;
pub mod unprintable;
pub mod word_list;

use std::path::PathBuf;

use derives::Derives;
use diagnostics::Diagnostics;
use emit::{ApiModule, CrateDescription, EmittedFile, Emitter, Placement, RuntimeDependency, WorkspaceDescription};
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
    derives: Derives,
    settings: Settings,
}

impl Client {
    /// Decides everything about the client of a document. Nothing when the document cannot be read, or when something was
    /// found that forbids to go on.
    ///
    /// Uses the stack of the caller, of which deeply nested documents take up to 2 MiB in a debug build;
    /// [`deep_stack::on_deep_stack`] provides enough for all.
    pub fn plan(document: &Document, settings: &Settings, diagnostics: &mut Diagnostics) -> Option<Self> {
        let api = lower(document, settings, diagnostics)?;
        let graph = Graph::new(&api);
        let names = Names::assign(&api, settings, diagnostics);
        let derives = Derives::new(&api, &graph, &settings.derives, diagnostics);
        (!diagnostics.has_errors()).then(|| Self { api, graph, names, derives, settings: settings.clone() })
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
        diff::Side::new(document, &self.api, &self.graph, &self.names, &self.derives)
    }

    /// The public surface as text, one line for each thing.
    pub fn outline(&self) -> String {
        outline::outline(&self.api, &self.graph, &self.names)
    }

    /// Returns the client as the module `name` of the crate `crate_name`. `source` states the location of the document.
    ///
    /// The root of that crate depends on `apiarist-runtime` and exports `Call`; [`workspace_crate`] writes such a root. A root
    /// of another making takes `src/call.rs` from there, and exports what its users import from the runtime, such as `Error`,
    /// `RequestOptions` and `Maybe`: [`runtime_items`] lists all of it.
    ///
    /// The folder of the module has a `rustfmt.toml` that turns formatting off. rustfmt reads it for the files of that
    /// folder alone; where it starts from another file, such as `src/lib.rs`, the declaration of the module needs
    /// `#[rustfmt::skip]`.
    ///
    /// # Errors
    /// If a generated item is not valid Rust, which is a bug of the generator.
    pub fn module(&self, crate_name: &str, name: &str, source: &str) -> Result<Files, PrintError> {
        let folder = PathBuf::from("src").join(module_name(name));
        let header = files::header(source, ": change that, then run `cargo xtask codegen`.");
        let import_path = format!("{}::{}", module_name(crate_name), module_name(name));
        let placement = Placement { folder: folder.clone(), import_path, header: header.clone(), is_module: true };
        let mut files = self.files(&placement)?;
        add(&mut files, || vec![emit::rustfmt_settings(&folder, &header)])?;
        Ok(files)
    }

    /// Returns the client as a crate of its own. `source` states the location of the document.
    ///
    /// # Errors
    /// If a generated item is not valid Rust, which is a bug of the generator.
    pub fn standalone_crate(&self, name: &str, source: &str, runtime: RuntimeDependency) -> Result<Files, PrintError> {
        let header = files::header(source, " when it is written again.");
        let description = CrateDescription {
            name: name.to_owned(),
            description: format!("A client of {}", self.title_on_a_line()),
            package: self.settings.package.clone(),
            runtime,
            dependencies: self.settings.dependencies.clone(),
            header: header.clone(),
        };
        let import_path = module_name(name);
        let placement = Placement { folder: PathBuf::from("src"), import_path, header, is_module: false };
        let mut files = self.files(&placement)?;
        add(&mut files, || emit::emit_crate(&self.emitter(&placement), &description))?;
        Ok(files)
    }

    fn emitter<'a>(&'a self, placement: &'a Placement) -> Emitter<'a> {
        Emitter::new(&self.api, &self.graph, &self.names, &self.derives, placement)
    }

    fn title_on_a_line(&self) -> String {
        stripped(&self.api.title).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn files(&self, placement: &Placement) -> Result<Files, PrintError> {
        let mut files = Files::new();
        add(&mut files, || emit::emit_api(&self.api, &self.graph, &self.names, &self.derives, placement))?;
        Ok(files)
    }
}

/// The crate that holds the [modules](Client::module) of several clients.
#[derive(Clone, Debug)]
pub struct WorkspaceCrate<'a> {
    /// Its name.
    pub name: &'a str,
    /// The clients by the names of their APIs, which are those of their features.
    pub apis: &'a [(String, Client)],
    /// The names of the APIs that have an example in `examples/`.
    pub examples: &'a [String],
    /// The keys of `[workspace.package]` beyond those that every crate inherits, such as `repository`.
    pub inherited: &'a [String],
    /// The crates of the types that the settings of all APIs choose.
    pub dependencies: &'a Dependencies,
}

/// Returns the manifest, the root and the README of the crate that holds several clients.
///
/// # Errors
/// If a generated item is not valid Rust, which is a bug of the generator.
pub fn workspace_crate(workspace: &WorkspaceCrate<'_>) -> Result<Files, PrintError> {
    let header = files::header("specs/", ": change those, then run `cargo xtask codegen`.");
    let WorkspaceCrate { name, apis, examples, inherited, dependencies } = *workspace;
    let description = WorkspaceDescription { name, examples, inherited, dependencies, header: &header };
    let placements: Vec<Placement> = apis
        .iter()
        .map(|(api, _)| Placement {
            folder: PathBuf::from("src").join(module_name(api)),
            import_path: format!("{}::{}", module_name(name), module_name(api)),
            header: header.clone(),
            is_module: true,
        })
        .collect();
    let mut files = Files::new();
    add(&mut files, || {
        let modules = apis
            .iter()
            .zip(&placements)
            .map(|((api, client), placement)| ApiModule { feature: api, emitter: client.emitter(placement) });
        emit::emit_workspace_crate(&modules.collect::<Vec<_>>(), &description)
    })?;
    Ok(files)
}

/// The name of the Rust module for an API of this name.
pub fn module_name(api: &str) -> String {
    api.replace('-', "_")
}

/// Adds the texts of files.
fn add(files: &mut Files, emit: impl FnOnce() -> Vec<EmittedFile> + Send) -> Result<(), PrintError> {
    print::print_all(emit)?.into_iter().for_each(|(path, text)| files.insert(path, text));
    Ok(())
}
