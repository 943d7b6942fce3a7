//! Crates around APIs: manifests and roots.

use std::path::{Path, PathBuf};

use quote::quote;

use super::call::{call_export, call_file, call_module};
use super::documentation::doc_comment;
use super::markdown::on_a_line;
use super::module::api_items;
use super::{EmittedFile, FileContent, ident};
use crate::ir::Api;
use crate::settings::Dependencies;
use crate::unprintable::escaped_json;

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
    /// Its version.
    pub version: String,
    /// What it is, on one line.
    pub description: String,
    /// Where the runtime comes from.
    pub runtime: RuntimeDependency,
    /// The crates that types come from which people chose.
    pub dependencies: Dependencies,
    /// The first lines of its files: what wrote it, and from what.
    pub header: String,
}

/// The manifest and the root of a crate for one API.
pub fn emit_crate(api: &Api, description: &CrateDescription) -> Vec<EmittedFile> {
    let manifest = format!(
        "{comment}\n[package]\nname = {name}\nversion = {version}\ndescription = {text}\nedition = \"2024\"\nrust-version = \"{RUST_VERSION}\"\npublish = false\n\n\
         [features]\ndefault = [\"reqwest\"]\n{features}\n[dependencies]\napiarist-runtime = {runtime}\n{dependencies}",
        comment = comment(&description.header),
        name = toml_string(&description.name),
        version = toml_string(&description.version),
        text = toml_string(&description.description),
        features = client_features(),
        dependencies = description.dependencies.to_lines(),
        runtime = runtime_dependency(&description.runtime),
    );
    let (module, items, export) = (call_module(), api_items(api), call_export());
    let header = &description.header;
    let root = root_file(header, quote!(#module #items #export));
    vec![text_file("Cargo.toml", manifest), rustfmt_settings(Path::new(""), header), root, call_file(header)]
}

/// The manifest and the root of the workspace's crate, with a module and a feature for each API. `examples` are those
/// APIs for which people have written an example; `dependencies` are the crates that types come from which people chose.
pub fn emit_workspace_crate(
    name: &str,
    apis: &[(String, String)],
    examples: &[String],
    dependencies: &Dependencies,
    header: &str,
) -> Vec<EmittedFile> {
    let all: Vec<String> = apis.iter().map(|(api, _)| toml_string(api)).collect();
    let features: String = apis.iter().map(|(api, _)| format!("{api} = []\n")).collect();
    let manifest = format!(
        "{comment}\n[package]\nname = {name}\ndescription = \"Clients of the APIs in specs/\"\nversion.workspace = true\nedition.workspace = true\n\
         rust-version.workspace = true\nlicense.workspace = true\npublish.workspace = true\n\n\
         [features]\ndefault = [{default}]\n{client}# One for each API.\n{features}\n\
         [dependencies]\napiarist-runtime.workspace = true\n{dependencies}{examples}",
        comment = comment(header),
        name = toml_string(name),
        dependencies = dependencies.to_lines(),
        examples = example_targets(examples),
        default = std::iter::once("\"reqwest\"".to_owned()).chain(all).collect::<Vec<_>>().join(", "),
        client = client_features(),
    );
    let modules = apis.iter().map(|(api, title)| {
        let module = ident(&api.replace('-', "_"));
        let title = doc_comment(&[on_a_line(title)]);
        quote! {
            #title
            #[cfg(feature = #api)]
            pub mod #module;
        }
    });
    let (module, export) = (call_module(), call_export());
    let root = root_file(header, quote!(#module #(#modules)* #export));
    vec![text_file("Cargo.toml", manifest), rustfmt_settings(Path::new(""), header), root, call_file(header)]
}

/// Examples need the transport, their API, and something to run on.
fn example_targets(apis: &[String]) -> String {
    if apis.is_empty() {
        return String::new();
    }
    let targets: String = apis
        .iter()
        .map(|api| {
            let api = toml_string(api);
            format!("\n[[example]]\nname = {api}\nrequired-features = [\"reqwest\", {api}]\n")
        })
        .collect();
    format!(
        "\n[dev-dependencies]\n# What the examples run on, and with what they tell the time.\napiarist-runtime = {{ workspace = true, features = [\"jiff\"] }}\ntokio = {{ version = \"1\", features = [\"macros\", \"rt\"] }}\n{targets}"
    )
}

fn client_features() -> &'static str {
    "# Calls; without it there are only the types.\nclient = [\"apiarist-runtime/client\"]\n\
     # The transport that clients use when they are given none.\nreqwest = [\"client\", \"apiarist-runtime/reqwest\"]\n\
     # The same with TLS that is brought along, and without TLS.\nreqwest-own-tls = [\"client\", \"apiarist-runtime/reqwest-own-tls\"]\n\
     reqwest-no-tls = [\"client\", \"apiarist-runtime/reqwest-no-tls\"]\n\
     # The same calls without async.\nblocking = [\"client\", \"apiarist-runtime/blocking\"]\n\
     # Spans of calls and requests, in the words of OpenTelemetry.\ntracing = [\"client\", \"apiarist-runtime/tracing\"]\n\
     # Checking that webhooks come from who they say.\nwebhooks = [\"apiarist-runtime/webhooks\"]\n\
     # Conversions of dates and times to and from the types of jiff.\njiff = [\"apiarist-runtime/jiff\"]\n"
}

fn runtime_dependency(runtime: &RuntimeDependency) -> String {
    match runtime {
        RuntimeDependency::Version(version) => {
            format!("{{ version = {}, default-features = false }}", toml_string(version))
        }
        RuntimeDependency::Path(path) => format!("{{ path = {}, default-features = false }}", toml_string(path)),
    }
}

fn comment(header: &str) -> String {
    header.lines().map(|line| format!("# {line}\n")).collect()
}

/// A basic string of TOML.
fn toml_string(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            other => out.push(other),
        }
    }
    out.push('"');
    escaped_json(&out).into_owned()
}

/// Returns the settings of rustfmt for a folder of generated code, which keeps the layout that it was written with.
pub fn rustfmt_settings(folder: &Path, header: &str) -> EmittedFile {
    text_file(folder.join("rustfmt.toml"), format!("{}disable_all_formatting = true\n", comment(header)))
}

fn text_file(path: impl Into<PathBuf>, text: String) -> EmittedFile {
    EmittedFile { path: path.into(), header: None, content: FileContent::Text(text) }
}

fn root_file(header: &str, items: proc_macro2::TokenStream) -> EmittedFile {
    let items = quote! {
        #![allow(clippy::disallowed_names, reason = "the document gives the names")]
        #items
    };
    EmittedFile {
        path: PathBuf::from("src/lib.rs"),
        header: Some(header.to_owned()),
        content: FileContent::Items(items),
    }
}
