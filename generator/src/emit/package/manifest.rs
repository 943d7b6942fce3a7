//! Manifests of generated crates.

use std::borrow::Cow;

use super::features::type_features;
use super::{
    ApiModule, CrateDescription, ExampleTarget, FEATURES, Feature, RUST_VERSION, RuntimeDependency,
    WorkspaceDescription,
};
use crate::emit::group_features::{ALL, GroupFeatures};
use crate::settings::PackageSettings;
use crate::unprintable::escaped_json;

/// The keywords of generated crates on crates.io.
const KEYWORDS: &[&str] = &["api", "client", "openapi"];

/// The category of generated crates on crates.io.
const CATEGORIES: &[&str] = &["api-bindings"];

/// The docs.rs build: all features, with a note at each item that requires one.
const DOCS_RS: &str = "[package.metadata.docs.rs]\nall-features = true\nrustdoc-args = [\"--cfg\", \"docsrs\"]\n";

/// The lines after the header of a manifest: `apiarist generate` reports other edits of it as an error.
const MANIFEST_COMMENT: &str =
    "# Set metadata and dependencies in `apiarist.toml`. Only `version` may be changed here.\n";

/// Returns the manifest of a crate for one API.
pub(super) fn manifest(description: &CrateDescription, groups: Option<&GroupFeatures>) -> String {
    let default = if groups.is_some() { format!("\"reqwest\", \"{ALL}\"") } else { "\"reqwest\"".to_owned() };
    let groups = groups.map(group_features).unwrap_or_default();
    let features = format!("default = [{default}]\n{}{groups}", declarations(FEATURES));
    manifest_with(description, &features)
}

/// Returns the manifest of a crate for the types of one API.
pub(super) fn types_manifest(description: &CrateDescription) -> String {
    manifest_with(description, &declarations(type_features()))
}

fn manifest_with(description: &CrateDescription, features: &str) -> String {
    let CrateDescription { package, .. } = description;
    let optional = |key: &str, value: &Option<String>| {
        value.as_ref().map(|value| format!("{key} = {}\n", toml_string(value))).unwrap_or_default()
    };
    format!(
        "{comment}{MANIFEST_COMMENT}\n[package]\nname = {name}\nversion = {version}\ndescription = {text}\nedition = \"2024\"\n\
         rust-version = \"{RUST_VERSION}\"\n{license}{repository}{homepage}readme = \"README.md\"\n{keywords}{categories}\
         publish = {publish}\n\n{DOCS_RS}\n[features]\n{features}\n[dependencies]\n\
         apiarist-runtime = {runtime}\n{dependencies}",
        comment = comment(&description.header),
        name = toml_string(&description.name),
        version = toml_string(version(package)),
        text = toml_string(package.description.as_deref().unwrap_or(&description.description)),
        license = optional("license", &package.license),
        repository = optional("repository", &package.repository),
        homepage = optional("homepage", &package.homepage),
        keywords = search_terms("keywords", package.keywords.as_deref(), KEYWORDS),
        categories = search_terms("categories", package.categories.as_deref(), CATEGORIES),
        publish = package.publish,
        runtime = runtime_dependency(&description.runtime),
        dependencies = description.dependencies.to_lines(),
    )
}

/// Returns the manifest of the workspace's crate.
pub(super) fn workspace_manifest(modules: &[ApiModule<'_>], description: &WorkspaceDescription<'_>) -> String {
    let names: Vec<String> = modules.iter().map(|module| toml_string(module.feature)).collect();
    let features: String = modules.iter().map(|module| format!("{} = []\n", module.feature)).collect();
    let inherited: String = description.inherited.iter().map(|key| format!("{key}.workspace = true\n")).collect();
    let own = |key: &str, values: &[&str]| {
        if description.inherited.iter().any(|known| known == key) {
            String::new()
        } else {
            search_terms(key, None, values)
        }
    };
    format!(
        "{comment}\n[package]\nname = {name}\ndescription = \"Clients for the APIs in specs/\"\n\
         version = {version}\nedition.workspace = true\nrust-version.workspace = true\nlicense.workspace = true\n\
         publish.workspace = true\n{inherited}readme = \"README.md\"\n{keywords}{categories}\
         # Only reviewers of this repository and rustfmt read these files.\n\
         exclude = [\"outlines/\", \"rustfmt.toml\"]\n\n{DOCS_RS}\n\
         [lib]\n# The crate has no unit tests. Its documentation examples are still tested.\ntest = false\n\n[features]\n\
         default = [{default}]\n{client}# One feature per API.\n{features}\n[dependencies]\n\
         apiarist-runtime.workspace = true\n{dependencies}\n{examples}",
        comment = comment(description.header),
        name = toml_string(description.name),
        version = toml_string(description.version),
        keywords = own("keywords", KEYWORDS),
        categories = own("categories", CATEGORIES),
        default = std::iter::once("\"reqwest\"".to_owned()).chain(names).collect::<Vec<_>>().join(", "),
        client = declarations(FEATURES),
        dependencies = description.dependencies.to_lines(),
        examples = example_targets(description.examples),
    )
}

/// Returns the version of a crate for one API.
pub(super) fn version(package: &PackageSettings) -> &str {
    package.version.as_deref().unwrap_or("0.1.0")
}

/// Returns the example targets. Examples require an async runtime, which is a development dependency that the examples in
/// comments need, too.
fn example_targets(examples: &[ExampleTarget]) -> String {
    let targets: String = examples
        .iter()
        .map(|ExampleTarget { name, features }| {
            let features: Vec<String> = features.iter().map(|feature| toml_string(feature)).collect();
            format!("\n[[example]]\nname = {}\nrequired-features = [{}]\n", toml_string(name), features.join(", "))
        })
        .collect();
    if examples.is_empty() {
        return String::new();
    }
    format!(
        "[dev-dependencies]\n# The async runtime and the clock of the examples.\n\
         apiarist-runtime = {{ workspace = true, features = [\"jiff\"] }}\n\
         tokio = {{ version = \"1\", features = [\"macros\", \"rt\"] }}\n{targets}"
    )
}

/// Declares features that are forwarded to the runtime.
fn declarations<'f>(features: impl IntoIterator<Item = &'f Feature>) -> String {
    features
        .into_iter()
        .map(|feature| {
            let enables: Vec<String> = feature.enables.iter().map(|enabled| toml_string(enabled)).collect();
            format!("# {}\n{} = [{}]\n", feature.about, feature.name, enables.join(", "))
        })
        .collect()
}

/// Returns the features of the groups, and the one that enables all of them.
fn group_features(groups: &GroupFeatures) -> String {
    let all: Vec<String> = groups.names().map(toml_string).collect();
    let features: String = groups.names().map(|name| format!("{} = []\n", toml_key(name))).collect();
    format!(
        "# All groups of operations, and all types.\n{ALL} = [\n    {},\n]\n# One feature per group, with the types that it needs.\n\
         {features}",
        all.join(",\n    ")
    )
}

fn search_terms(key: &str, stated: Option<&[String]>, default: &[&str]) -> String {
    let search_terms: Vec<String> = match stated {
        Some(stated) => stated.iter().map(|word| toml_string(word)).collect(),
        None => default.iter().map(|word| toml_string(word)).collect(),
    };
    format!("{key} = [{}]\n", search_terms.join(", "))
}

fn runtime_dependency(runtime: &RuntimeDependency) -> String {
    match runtime {
        RuntimeDependency::Version(version) => {
            format!("{{ version = {}, default-features = false }}", toml_string(version))
        }
        RuntimeDependency::Path(path) => format!("{{ path = {}, default-features = false }}", toml_string(path)),
    }
}

pub(super) fn comment(header: &str) -> String {
    header.lines().map(|line| format!("# {line}\n")).collect()
}

/// Returns a key of TOML, with quotation marks only if it needs them.
fn toml_key(text: &str) -> Cow<'_, str> {
    let is_bare = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
    if is_bare { text.into() } else { toml_string(text).into() }
}

/// Returns a basic string of TOML.
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
