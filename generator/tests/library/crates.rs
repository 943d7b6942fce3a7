//! Tests the files around an API: manifest, root and README of a crate, and the page of a module.

use std::fs;
use std::path::Path;

use apiarist::diagnostics::Diagnostics;
use apiarist::emit::{ExampleTarget, RuntimeDependency};
use apiarist::files::Files;
use apiarist::rustdoc::{FaultKind, Reading};
use apiarist::settings::{Dependencies, Settings};
use apiarist::source::Document;
use apiarist::{Client, WorkspaceCrate, workspace_crate};
use apiarist_test_support::snapshot;

const BEES: &str = r##"
openapi: 3.1.0
info:
  title: Bees
  version: "1"
  description: |-
    Hives and those who live in them.

    More about hives.
servers: [{url: https://api.example.com}]
security: [{apiKey: []}]
paths:
  /bees:
    get:
      operationId: listBees
      tags: [Bees]
      parameters: [{name: cursor, in: query, schema: {type: string}}]
      responses:
        "200": {description: A page., content: {application/json: {schema: {$ref: "#/components/schemas/Page"}}}}
    post:
      operationId: createBee
      tags: [Bees]
      requestBody: {required: true, content: {application/json: {schema: {type: object}}}}
      responses: {"204": {description: Done.}}
tags: [{name: Bees, description: All that flies.}]
components:
  securitySchemes: {apiKey: {type: apiKey, in: header, name: X-Api-Key}}
  schemas:
    Page:
      type: object
      required: [data]
      properties: {data: {type: array, items: {type: string}}, next_cursor: {type: string}}
"##;

fn client(document: &str, settings: &str) -> Client {
    let mut diagnostics = Diagnostics::new();
    let settings = Settings::parse("apiarist.toml".as_ref(), settings, &mut diagnostics).expect("they are valid");
    let document = Document::parse("bees.yaml", document).expect("it can be parsed");
    Client::plan(&document, &settings, &mut diagnostics).expect("it can be planned")
}

fn standalone(document: &str, settings: &str) -> Files {
    let runtime = RuntimeDependency::Version("0.1.0".to_owned());
    client(document, settings).standalone_crate("bees", "bees.yaml", runtime).expect("it can be printed")
}

fn text<'f>(files: &'f Files, path: &str) -> &'f str {
    files.get(path).unwrap_or_else(|| panic!("{path} is missing"))
}

/// The folder of the snapshots, and the prefix of their names.
const SNAPSHOTS: (&str, &str) = ("tests/snapshots", "crates__");

/// The names of the snapshots.
const NAMES: [&str; 7] = [
    "Cargo_toml",
    "README_md",
    "module",
    "src_lib_rs",
    "workspace_Cargo_toml",
    "workspace_README_md",
    "workspace_src_lib_rs",
];

fn check(name: &str, text: &str) {
    assert!(NAMES.contains(&name), "{name} is not one of the snapshots");
    let (folder, prefix) = SNAPSHOTS;
    snapshot::assert("crates", Path::new(folder), &format!("{prefix}{name}"), text);
}

#[test]
fn every_snapshot_belongs_to_a_test() {
    for entry in fs::read_dir(SNAPSHOTS.0).expect("the folder of the snapshots") {
        let file = entry.expect("a file").file_name().to_string_lossy().into_owned();
        let name = file.strip_prefix(SNAPSHOTS.1).and_then(|name| name.strip_suffix(".snap"));
        assert!(name.is_some_and(|name| NAMES.contains(&name)), "no test compares {file}; delete it");
    }
}

#[test]
fn crate_has_a_manifest_a_readme_and_a_page() {
    let settings = "[package]\nversion = \"2.1.0\"\nlicense = \"MIT\"\nrepository = \"https://example.com/bees\"\n\
                    keywords = [\"bees\"]\n[client.environment]\napiKey = \"BEES_KEY\"\n";
    let files = standalone(BEES, settings);
    for path in ["Cargo.toml", "README.md", "src/lib.rs"] {
        check(&path.replace(['/', '.'], "_"), text(&files, path));
    }
}

#[test]
fn module_has_a_page() {
    let files = client(BEES, "").module("apis", "bees", "bees.yaml").expect("it can be printed");
    check("module", text(&files, "src/bees/mod.rs"));
    assert!(files.get("README.md").is_none());
}

#[test]
fn workspace_crate_describes_all_apis_and_inherits_workspace_fields() {
    let apis = [("bees".to_owned(), client(BEES, "")), ("wasps".to_owned(), client(BEES, ""))];
    let workspace = WorkspaceCrate {
        name: "insect-apis",
        version: "0.2.0",
        apis: &apis,
        examples: &[ExampleTarget { name: "bees".to_owned(), features: vec!["reqwest".to_owned(), "bees".to_owned()] }],
        inherited: &["repository".to_owned(), "keywords".to_owned()],
        dependencies: &Dependencies::default(),
    };
    let files = workspace_crate(&workspace).expect("it can be printed");
    for path in ["Cargo.toml", "README.md", "src/lib.rs"] {
        check(&format!("workspace_{}", path.replace(['/', '.'], "_")), text(&files, path));
    }
}

/// Titles, descriptions and names that try to escape from strings, comments, tables and code.
const HOSTILE: &[&str] = &[
    "\"\n[dependencies]\nevil = \"1",
    "x\"\"\"\n[lib]\npath = \"/etc/passwd\"",
    "*/ fn main() {} //",
    "a\n//! ```\n//! std::process::exit(1)\n//! ```",
    "```\nstd::process::exit(1)\n```",
    "~~~\n\nnext",
    "# Heading\n    std::process::exit(1)",
    "<script>alert(1)</script>",
    "--> <img src=x onerror=alert(1)>",
    "[`Error`]: https://evil.example\n\n[Client]: https://evil.example",
    "a | b\n| --- | --- |",
    "\u{202e}\u{0}",
];

#[test]
fn hostile_titles_and_descriptions_stay_text() {
    for hostile in HOSTILE {
        let document = serde_json::json!({
            "openapi": "3.1.0",
            "info": {"title": hostile, "version": "1", "description": hostile, "summary": hostile},
            "security": [{"key": []}],
            "paths": {"/a": {"get": {"tags": ["t"], "responses": {"200": {"description": "Done."}}}}},
            "tags": [{"name": "t", "description": hostile}],
            "components": {"securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "X", "description": hostile}}},
        });
        let files = standalone(&document.to_string(), "");
        let manifest: toml::Table = text(&files, "Cargo.toml").parse().expect("it is TOML");
        let keys: Vec<&str> = manifest.keys().map(String::as_str).collect();
        assert_eq!(keys, ["dependencies", "features", "package"], "{hostile:?}");
        assert_eq!(manifest["dependencies"].as_table().map(toml::Table::len), Some(1), "{hostile:?}");
        let root = text(&files, "src/lib.rs");
        syn::parse_file(root).expect("it is Rust");
        let reading = Reading::of_source(root).expect("it is Rust");
        let own =
            ["Client", "ClientBuilder", "Response", "Error", "ErrorKind", "RetryPolicy", "Timeouts", "RequestOptions"];
        let own = [
            own.as_slice(),
            &["Pages", "Items", "BlockingCall", "Client::from_env", "Client::t", "ClientBuilder::key"],
        ];
        let is_own = |text: &str| own.concat().iter().any(|name| text == format!("[`{name}`]"));
        let faults: Vec<_> =
            reading.faults.iter().filter(|it| it.kind != FaultKind::Warning || !is_own(&it.excerpt)).collect();
        assert!(faults.is_empty(), "{hostile:?}: {faults:?}\n{root}");
        assert!(
            !root.contains("evil.example>)") && !root.lines().any(|line| line.starts_with("//! [Client]:")),
            "{root}"
        );
        let readme = text(&files, "README.md");
        let introduction = readme.split("## Installation").next().expect("the introduction");
        let introduction = introduction.split_once("-->").expect("the mark").1;
        assert!(Reading::of(introduction).is_plain(), "{hostile:?}: {introduction}");
        assert!(!readme.contains(|c: char| c != '\n' && c.is_control()), "{hostile:?}");
    }
}
