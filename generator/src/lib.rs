//! Turns OpenAPI documents into Rust clients that read as if a careful engineer had written them by hand.
//!
//! [`Project::open`] reads a document with its settings, overlays and lock, and plans its client; the [`Client`] is
//! written as a module, as a crate, or as an outline:
//!
//! ```no_run
//! use apiarist::Project;
//! use apiarist::emit::RuntimeDependency;
//!
//! let project = Project::open("specs/pets")?;
//! print!("{}", project.client().outline());
//!
//! let runtime = RuntimeDependency::Version("0.1.0".to_owned());
//! let files = project.client().standalone_crate("pets", "openapi.yaml", runtime)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Errors and warnings are collected, and each has a code, a location in the document and a
//! [page](diagnostics::Code::page) that explains it. A document that is not a file is planned by [`Client::plan`]:
//!
//! ```
//! use apiarist::{Client, Diagnostics, Document, Settings};
//!
//! let text = r#"
//! openapi: 3.1.0
//! info: {title: Pets, version: "1"}
//! components:
//!   schemas:
//!     Pet:
//!       description: A furry companion.
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
//! assert!(pet.contains("/// A furry companion."));
//! assert!(pet.contains("pub struct Pet {\n    pub name: String,\n}"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Data flows in one direction, from text to text; every stage adds its reports to the [`Diagnostics`]. [`Document`] is
//! the untyped tree of a file, `model` reads it as OpenAPI, `lower` determines its meaning ([`ir`]), [`names`] the Rust
//! names, [`emit`] and [`print`](mod@print) write the code, and [`files`] writes the files.

mod build_script;
mod client;
mod code_span;
pub mod deep_stack;
pub mod derives;
pub mod diagnostics;
pub mod diff;
pub mod emit;
pub mod files;
pub mod hash;
pub mod import;
pub mod ir;
mod lower;
mod model;
pub mod names;
pub mod outline;
pub mod print;
mod project;
pub mod report;
pub mod runtime_items;
pub mod rustdoc;
mod selection;
pub mod settings;
pub mod source;
pub mod unprintable;
mod word_list;
mod workspace_crate;

pub use build_script::{BuildError, build, build_as};
pub use client::Client;
pub use diagnostics::Diagnostics;
pub use project::{OpenError, Project, ProjectOptions, document_in};
pub use settings::Settings;
pub use source::Document;
pub use workspace_crate::{WorkspaceCrate, workspace_crate};

/// Returns the name of the Rust module for an API with this name.
pub fn module_name(api: &str) -> String {
    api.replace('-', "_")
}
