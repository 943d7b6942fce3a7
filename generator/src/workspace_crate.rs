//! The crate that contains the modules of several clients.

use std::path::PathBuf;

use crate::client::Client;
use crate::emit::{self, ApiModule, ExampleTarget, Form, Placement, WorkspaceDescription};
use crate::files::{self, Files};
use crate::module_name;
use crate::print::{self, PrintError};
use crate::settings::Dependencies;

/// The crate that contains the [modules](Client::module) of several clients.
#[derive(Clone, Debug)]
pub struct WorkspaceCrate<'a> {
    /// The name.
    pub name: &'a str,
    /// The version.
    pub version: &'a str,
    /// The clients, by the names of their APIs, which are also the names of their features.
    pub apis: &'a [(String, Client)],
    /// The programs in `examples/`.
    pub examples: &'a [ExampleTarget],
    /// The keys of `[workspace.package]` in addition to those that every crate inherits, such as `repository`.
    pub inherited: &'a [String],
    /// The crates of overriding types in the settings of all APIs.
    pub dependencies: &'a Dependencies,
}

/// Returns the manifest, the root and the README of the crate that contains several clients.
///
/// # Errors
/// Returns an error if a generated item is not valid Rust, which is a bug of the generator.
pub fn workspace_crate(workspace: &WorkspaceCrate<'_>) -> Result<Files, PrintError> {
    let header = files::header("specs/", ": edit the documents instead, then run `cargo xtask codegen`.");
    let WorkspaceCrate { name, version, apis, examples, inherited, dependencies } = *workspace;
    let description = WorkspaceDescription { name, version, examples, inherited, dependencies, header: &header };
    let placements: Vec<Placement> = apis
        .iter()
        .map(|(api, _)| Placement {
            folder: PathBuf::from("src").join(module_name(api)),
            import_path: format!("{}::{}", module_name(name), module_name(api)),
            header: header.clone(),
            form: Form::ApiModule,
        })
        .collect();
    let mut files = Files::new();
    files.extend(print::print_all(|| {
        let modules = apis
            .iter()
            .zip(&placements)
            .map(|((api, client), placement)| ApiModule { feature: api, emitter: client.emitter(placement) });
        emit::emit_workspace_crate(&modules.collect::<Vec<_>>(), &description)
    })?);
    Ok(files)
}
