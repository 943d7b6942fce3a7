//! Crates around APIs: manifest, root, README, and the file of the type of all calls.

mod features;
mod manifest;
mod operations;
mod page;
mod quick_start;
mod readme;
mod root;
mod runtime_exports;

use std::path::{Path, PathBuf};

pub use features::{FEATURES, Feature};

use super::call::call_file;
use super::{EmittedFile, Emitter, FileContent};
use crate::settings::{Dependencies, PackageSettings};

/// The oldest version of Rust that compiles the runtime and generated code.
pub const RUST_VERSION: &str = "1.88";

/// Where the runtime comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuntimeDependency {
    /// A version of the registry.
    Version(String),
    /// A folder, as seen from the crate.
    Path(String),
}

/// A crate for one API.
#[derive(Clone, Debug)]
pub struct CrateDescription {
    /// Its name.
    pub name: String,
    /// What it is, on one line, unless the settings describe it.
    pub description: String,
    /// The metadata of its manifest that the settings state.
    pub package: PackageSettings,
    /// Where the runtime comes from.
    pub runtime: RuntimeDependency,
    /// The crates of the types that the settings choose.
    pub dependencies: Dependencies,
    /// The first line of its files, which states the source.
    pub header: String,
}

/// The workspace's crate, which has a module and a feature for each API.
#[derive(Clone, Debug)]
pub struct WorkspaceDescription<'a> {
    /// Its name.
    pub name: &'a str,
    /// The names of the APIs that have an example in `examples/`.
    pub examples: &'a [String],
    /// The optional keys of `[workspace.package]`, which the manifest inherits.
    pub inherited: &'a [String],
    /// The crates of the types that the settings choose.
    pub dependencies: &'a Dependencies,
    /// The first line of its files, which states the source.
    pub header: &'a str,
}

/// An API of the workspace's crate.
pub(crate) struct ApiModule<'a> {
    /// The name of its feature.
    pub(crate) feature: &'a str,
    /// What is in it.
    pub(crate) emitter: Emitter<'a>,
}

/// Emits the manifest, the root and the README of a crate for one API.
pub(crate) fn emit_crate(emitter: &Emitter<'_>, description: &CrateDescription) -> Vec<EmittedFile> {
    let header = &description.header;
    vec![
        text_file("Cargo.toml", manifest::manifest(description)),
        text_file("README.md", readme::readme(emitter, description)),
        rustfmt_settings(Path::new(""), header),
        root::root(emitter, header),
        call_file(header),
    ]
}

/// Emits the manifest, the root and the README of the workspace's crate.
pub(crate) fn emit_workspace_crate(
    modules: &[ApiModule<'_>],
    description: &WorkspaceDescription<'_>,
) -> Vec<EmittedFile> {
    let header = description.header;
    vec![
        text_file("Cargo.toml", manifest::workspace_manifest(modules, description)),
        text_file("README.md", readme::workspace_readme(modules, description)),
        rustfmt_settings(Path::new(""), header),
        root::workspace_root(modules, header),
        call_file(header),
    ]
}

/// Returns the settings of rustfmt for a folder of generated code, which keeps the layout that it was written with.
pub fn rustfmt_settings(folder: &Path, header: &str) -> EmittedFile {
    text_file(folder.join("rustfmt.toml"), format!("{}disable_all_formatting = true\n", manifest::comment(header)))
}

fn text_file(path: impl Into<PathBuf>, text: String) -> EmittedFile {
    EmittedFile { path: path.into(), header: None, content: FileContent::Text(text) }
}
