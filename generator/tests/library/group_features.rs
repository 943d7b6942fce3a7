//! Tests the features of groups: their names, and the files that each of them compiles.

use apiarist::diagnostics::Diagnostics;
use apiarist::emit::RuntimeDependency;
use apiarist::files::Files;
use apiarist::settings::Settings;
use apiarist::source::Document;
use apiarist::{Client, Project};

/// `Tag` is in types of both groups. `Draft` refers to `Tag`, but no operation uses it. Both groups have an error body of
/// the same shape and an enum of the same values, which share their definitions.
const SHOP: &str = "\
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /pets:
    get:
      operationId: listPets
      tags: [Pets]
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
        '404': {description: no, content: {application/json: {schema: {type: object, properties: {message: {type: string}}}}}}
        '409': {description: no, content: {application/json: {schema: {$ref: '#/components/schemas/Tag'}}}}
  /webhooks:
    get:
      operationId: listHooks
      tags: [Webhooks]
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Hook'}}}}
        '404': {description: no, content: {application/json: {schema: {type: object, properties: {message: {type: string}}}}}}
        '409': {description: no, content: {application/json: {schema: {$ref: '#/components/schemas/Tag'}}}}
components:
  schemas:
    Pet: {type: object, properties: {tag: {$ref: '#/components/schemas/Tag'}, state: {type: string, enum: [on, off]}, type: {type: string, enum: [a, b]}}}
    Hook: {type: object, properties: {state: {type: string, enum: [on, off]}, type: {type: string, enum: [a, b]}}}
    Tag: {type: object, properties: {text: {type: string}}}
    Draft: {type: object, properties: {tag: {$ref: '#/components/schemas/Tag'}}}
";

fn files(settings: &str) -> Files {
    files_of(SHOP, settings)
}

fn files_of(document: &str, settings: &str) -> Files {
    let mut diagnostics = Diagnostics::new();
    let settings = Settings::parse("apiarist.toml".as_ref(), settings, &mut diagnostics).expect("they are valid");
    let document = Document::parse("shop.yaml", document).expect("it can be parsed");
    let client = Client::plan(&document, &settings, &mut diagnostics).expect("it can be planned");
    let runtime = RuntimeDependency::Version("0.1.0".to_owned());
    client.standalone_crate("shop", "shop.yaml", runtime).expect("it can be printed")
}

/// Returns the condition before a line of a file, or an empty text if there is none.
fn condition<'f>(files: &'f Files, path: &str, line: &str) -> &'f str {
    let text = files.get(path).unwrap_or_else(|| panic!("{path} is missing"));
    let mut before = "";
    for found in text.lines() {
        if found.trim() == line {
            return if before.starts_with("#[cfg") { before } else { "" };
        }
        before = found.trim();
    }
    panic!("{path} has no `{line}`:\n{text}")
}

#[test]
fn every_file_is_compiled_for_the_groups_that_need_it() {
    let files = files("[features]\ngroups = true\n");
    let (both, all) = (
        "#[cfg(any(feature = \"pets\", feature = \"webhooks-group\"))]",
        "#[cfg(any(feature = \"pets\", feature = \"webhooks-group\", feature = \"unreferenced\"))]",
    );
    let hooks = "pub use {hook::Hook, hook::HookState, hook::HookType, webhooks_calls::ListHooksError};";
    for (path, line, expected) in [
        ("src/operations/mod.rs", "mod pets;", "#[cfg(feature = \"pets\")]"),
        ("src/operations/mod.rs", "pub use webhooks::*;", "#[cfg(feature = \"webhooks-group\")]"),
        ("src/operations/shared/mod.rs", "mod pets_or_webhooks_group;", both),
        ("src/types/mod.rs", "mod pet;", "#[cfg(feature = \"pets\")]"),
        ("src/types/mod.rs", hooks, "#[cfg(feature = \"webhooks-group\")]"),
        ("src/types/mod.rs", "mod tag;", all),
        ("src/types/mod.rs", "mod draft;", "#[cfg(feature = \"unreferenced\")]"),
        ("src/types/shared/mod.rs", "pub use pets_or_webhooks_group::*;", both),
    ] {
        assert_eq!(condition(&files, path, line), expected, "{path}: {line}");
    }
    let manifest = files.get("Cargo.toml").expect("a crate has a manifest");
    let features = "all = [\n    \"pets\",\n    \"webhooks-group\",\n    \"unreferenced\",\n]\n";
    assert!(manifest.contains("default = [\"reqwest\", \"all\"]\n") && manifest.contains(features), "{manifest}");
    assert!(manifest.contains("\npets = []\nwebhooks-group = []\nunreferenced = []\n"), "{manifest}");
    assert!(files.get("README.md").is_some_and(|text| text.contains("`pets`, `webhooks-group`, `unreferenced`")));
}

#[test]
fn definitions_that_the_same_groups_need_share_a_file() {
    let files = files("[features]\ngroups = true\n");
    let file = files.get("src/types/shared/pets_or_webhooks_group.rs").expect("the groups share definitions");
    assert!(file.contains("pub enum State {") && file.contains("pub enum Type {"), "{file}");
    assert!(!file.contains("pub struct Tag"), "{file}");
}

#[test]
fn a_file_of_shared_definitions_has_a_valid_name() {
    let mut document = "openapi: 3.1.0\ninfo: {title: Shop, version: '1'}\npaths:\n".to_owned();
    let groups = ["Type", "Mod", "Con"];
    for group in groups {
        let state = format!("state: {{type: string, enum: [on, off, {group}]}}");
        let schema = format!(
            "{{type: object, properties: {{a: {{type: object, properties: {{{state}}}}}, \
             b: {{type: object, properties: {{{state}, text: {{type: string}}}}}}}}}}"
        );
        document += &format!(
            "  /{group}:\n    get: {{tags: [{group}], responses: {{'200': {{description: ok, \
             content: {{application/json: {{schema: {schema}}}}}}}}}}}\n"
        );
    }
    let files = files_of(&document, "[features]\ngroups = true\n");
    for group in groups {
        let name = format!("{}_group", group.to_lowercase());
        assert!(
            files.get(format!("src/types/shared/{name}.rs")).is_some(),
            "{name}: {:?}",
            files.get("src/types/shared/mod.rs")
        );
    }
}

#[test]
fn a_client_of_more_than_a_hundred_operations_has_features_of_groups() {
    assert!(files("").get("Cargo.toml").is_some_and(|manifest| !manifest.contains("pets = []")));
    let folder = tempfile::tempdir().expect("a folder can be created");
    let document = folder.path().join("openapi.yaml");
    for (count, expected) in [(100, false), (101, true)] {
        let paths: String = (0..count)
            .map(|at| format!("  /things/{at}: {{get: {{responses: {{'204': {{description: ok}}}}}}}}\n"))
            .collect();
        let text = format!("openapi: 3.1.0\ninfo: {{title: A, version: '1'}}\npaths:\n{paths}");
        std::fs::write(&document, text).expect("a file can be written");
        let client = Project::open(&document).expect("it is valid").into_client();
        let runtime = RuntimeDependency::Version("0.1.0".to_owned());
        let files = client.standalone_crate("things", "openapi.yaml", runtime).expect("it can be printed");
        assert_eq!(files.get("Cargo.toml").is_some_and(|text| text.contains("things = []")), expected, "{count}");
    }
}
