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
use super::{DocTexts, EmittedFile, Emitter, FileContent};
use crate::settings::{Dependencies, PackageSettings};
pub(crate) use runtime_exports::embedded_exports;

/// The minimum version of Rust for the runtime and generated code.
pub const RUST_VERSION: &str = "1.88";

/// The source of the runtime.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuntimeDependency {
    /// A version in the registry.
    Version(String),
    /// A path relative to the crate.
    Path(String),
}

/// A crate for one API.
#[derive(Clone, Debug)]
pub struct CrateDescription {
    /// The name.
    pub name: String,
    /// A description on one line, unless the settings define one.
    pub description: String,
    /// The metadata of its manifest from the settings.
    pub package: PackageSettings,
    /// The source of the runtime.
    pub runtime: RuntimeDependency,
    /// The crates of overriding types in the settings.
    pub dependencies: Dependencies,
    /// The first line of its files, which names the source.
    pub header: String,
}

/// A program in `examples/` of the workspace's crate.
#[derive(Clone, Debug)]
pub struct ExampleTarget {
    /// The name of its file without the extension.
    pub name: String,
    /// The features that it requires.
    pub features: Vec<String>,
}

/// The workspace's crate, which has a module and a feature for each API.
#[derive(Clone, Debug)]
pub struct WorkspaceDescription<'a> {
    /// The name.
    pub name: &'a str,
    /// The version.
    pub version: &'a str,
    /// The programs in `examples/`.
    pub examples: &'a [ExampleTarget],
    /// The optional keys of `[workspace.package]`, which the manifest inherits.
    pub inherited: &'a [String],
    /// The crates of overriding types in the settings.
    pub dependencies: &'a Dependencies,
    /// The first line of its files, which names the source.
    pub header: &'a str,
}

/// An API of the workspace's crate.
pub(crate) struct ApiModule<'a> {
    /// The name of the feature.
    pub(crate) feature: &'a str,
    /// The emitter of its content.
    pub(crate) emitter: Emitter<'a>,
}

/// Emits the manifest, the root and the README of a crate for one API.
pub(crate) fn emit_crate(emitter: &Emitter<'_>, description: &CrateDescription) -> Vec<EmittedFile> {
    let header = &description.header;
    vec![
        text_file("Cargo.toml", manifest::manifest(description, emitter.group_features())),
        text_file("README.md", readme::readme(emitter, description)),
        rustfmt_settings(Path::new(""), header),
        root::root(emitter, header),
        call_file(header),
    ]
}

/// Emits the manifest, the root and the README of a crate for the types of one API.
pub(crate) fn emit_types_crate(emitter: &Emitter<'_>, description: &CrateDescription) -> Vec<EmittedFile> {
    let header = &description.header;
    vec![
        text_file("Cargo.toml", manifest::types_manifest(description)),
        text_file("README.md", readme::types_readme(emitter, description)),
        rustfmt_settings(Path::new(""), header),
        root::types_root(emitter, header),
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

/// Returns the settings of rustfmt for a folder of generated code, which prevent it from changing the layout.
pub fn rustfmt_settings(folder: &Path, header: &str) -> EmittedFile {
    text_file(folder.join("rustfmt.toml"), format!("{}disable_all_formatting = true\n", manifest::comment(header)))
}

fn text_file(path: impl Into<PathBuf>, text: String) -> EmittedFile {
    EmittedFile { path: path.into(), header: None, content: FileContent::Text(text), doc_texts: DocTexts::default() }
}
