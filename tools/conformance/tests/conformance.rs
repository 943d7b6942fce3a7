//! Tests of `cargo xtask conformance` on a small folder: its output, its reports and its exit codes.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

const PETS: &str = "\
openapi: 3.0.3
info: {title: Pets, version: '1'}
paths:
  /pets: {get: {operationId: listPets, responses: {'204': {description: None.}}}, put: nothing}
components: {schemas: {Pet: {type: object, properties: {name: {type: string}, age: {type: strng}}}}}
";

/// Creates a workspace, and a folder with these documents next to it.
fn folder(documents: &[(&str, &str)]) -> TempDir {
    let root = TempDir::new().expect("a folder");
    for folder in ["workspace/specs", "workspace/xtask", "workspace/runtime"] {
        fs::create_dir_all(root.path().join(folder)).expect("a folder");
    }
    for (path, text) in documents {
        let path = root.path().join("documents").join(path);
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    root
}

fn run(root: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_apiarist-conformance"));
    command.env("CARGO_MANIFEST_DIR", root.join("workspace/xtask"));
    let Output { status, stdout, stderr } =
        command.arg(root.join("documents")).args(arguments).output().expect("it can be started");
    let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
    (status.code(), text(&stdout), text(&stderr))
}

fn report(root: &Path) -> Vec<Value> {
    let text = fs::read(root.join("workspace/target/conformance/report.json")).expect("there is a report");
    serde_json::from_slice(&text).expect("it is a list")
}

#[test]
fn result_of_each_document_is_reported() {
    let root = folder(&[
        ("good/pets.yaml", PETS),
        ("good/old.yaml", "openapi: 4.0.0\ninfo: {}\n"),
        ("torture/cut_off.json", "{\"openapi\": \"3.1.0\", \"paths\": {"),
        ("good/part.yaml", "type: object\n"),
    ]);
    let (code, output, errors) = run(root.path(), &["--jobs", "2"]);
    assert_eq!(code, Some(1), "{errors}");
    assert!(
        output.starts_with(
            "3 documents: 1 generated, 2 rejected with a located error, 1 failed; 0 changed on regeneration\n"
        ),
        "{output}"
    );
    assert!(output.contains("2 operations: 1 emitted, 1 skipped with a diagnostic, 0 lost; 1 of 2 fields"), "{output}");
    assert!(output.contains("\n0 doctests and 0 HTML elements in doc comments\n"), "{output}");
    assert!(errors.contains("good/old.yaml: rejected: unsupported-version"), "{errors}");

    let rows = report(root.path());
    let outcomes: Vec<_> = rows.iter().map(|row| (row["document"].as_str(), row["outcome"].as_str())).collect();
    let expected =
        [("good/old.yaml", "rejected"), ("good/pets.yaml", "generated"), ("torture/cut_off.json", "rejected")];
    assert_eq!(outcomes, expected.map(|(document, outcome)| (Some(document), Some(outcome))));
    assert!(rows.iter().all(|row| row["moved"] == Value::Array(Vec::new())), "{rows:?}");
    let [_, pets, cut_off] = rows.as_slice() else { panic!("three rows") };
    assert_eq!(pets["documentation"], serde_json::json!({"doctests": 0, "html": 0}));
    assert_eq!((&pets["diagnostics"]["unknown-type"], &pets["fallbacks"]), (&1.into(), &1.into()));
    assert!(pets["lines"].as_u64() > Some(50) && pets["memory"].as_u64() > Some(1_000_000), "{pets}");
    assert_eq!(cut_off["cause"], "invalid-json");
    assert!(cut_off["detail"].as_str().is_some_and(|detail| detail.starts_with("line 1: ")), "{cut_off}");

    let markdown = fs::read_to_string(root.path().join("workspace/target/conformance/report.md")).expect("a report");
    assert!(markdown.contains("\n| good | 2 | 1 | 1 | 0 | 0 | 50.0 % |"), "{markdown}");
    assert!(markdown.contains("\n### rejected: invalid-json (as expected)\n"), "{markdown}");
}

#[test]
fn only_selected_documents_are_generated() {
    let documents: Vec<(String, &str)> = (0..5).map(|number| (format!("{number}.yaml"), PETS)).collect();
    let documents: Vec<(&str, &str)> = documents.iter().map(|(path, text)| (path.as_str(), *text)).collect();
    let root = folder(&documents);
    let done = |arguments: &[&str]| {
        let (code, _, errors) = run(root.path(), arguments);
        assert_eq!(code, Some(0), "{errors}");
        let rows = report(root.path());
        rows.iter().map(|row| row["document"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(done(&["--only", "3"]), ["3.yaml"]);
    assert_eq!(done(&["--shard", "2/2"]), ["1.yaml", "3.yaml"]);
    assert_eq!(done(&["--shard", "1/2", "--jobs", "1"]), ["0.yaml", "2.yaml", "4.yaml"]);
}

#[test]
fn invalid_arguments_are_usage_errors() {
    let root = folder(&[("pets.yaml", PETS)]);
    for arguments in [&["--shard", "0/2"][..], &["--shard", "3/2"], &["--only", "nothing"], &["--jobs", "many"]] {
        assert_eq!(run(root.path(), arguments).0, Some(2), "{arguments:?}");
    }
}
