//! Tests documents with long names and arrays: an item that exceeds a limit is located and skipped, and the rest is
//! generated.

use std::collections::BTreeMap;

use apiarist::Client;
use apiarist::diagnostics::{Code, Diagnostics};
use apiarist::diff::{self, Report};
use apiarist::settings::Settings;
use apiarist::source::Document;
use serde_json::{Value, json};

fn plan(tree: &Value) -> (Document, Client, Diagnostics) {
    let mut diagnostics = Diagnostics::new();
    let document = Document::parse("openapi.json", tree.to_string()).expect("it is a document");
    let client = Client::plan(&document, &Settings::default(), &mut diagnostics).expect("it is read");
    (document, client, diagnostics)
}

fn compared(old: &Value, new: &Value) -> (Report, Value) {
    let ((old, old_client, _), (new, new_client, _)) = (plan(old), plan(new));
    let (before, after) = (old_client.side(&old), new_client.side(&new));
    let report = diff::compare(&before, &after);
    let told = diff::json(&report, &before, &after);
    (report, told)
}

fn document(paths: Value) -> Value {
    json!({"openapi": "3.1.0", "info": {"title": "Orders", "version": "1"}, "paths": paths})
}

fn places(diagnostics: &Diagnostics, code: Code) -> Vec<String> {
    let found = diagnostics.iter().filter(|finding| finding.code == code);
    found.filter_map(|finding| Some(finding.origin.as_ref()?.to_string())).collect()
}

#[test]
fn path_with_thousands_of_parameters_is_located_and_skipped() {
    let long: String = (0..2000).map(|number| format!("/{{p{number}}}")).collect();
    let operation = json!({"responses": {"204": {"description": "None."}}});
    let tree = document(json!({"/orders": {"get": operation}, (long.as_str()): {"get": operation}}));
    let (_, client, diagnostics) = plan(&tree);
    assert_eq!(places(&diagnostics, Code::InvalidOperation), [format!("#/paths/{}", long.replace('/', "~1"))]);
    assert_eq!(client.api().operations.len(), 1);
}

#[test]
fn server_with_an_overlong_url_is_located_and_skipped() {
    let operation = json!({"responses": {"204": {"description": "None."}}});
    let mut tree = document(json!({"/orders": {"get": operation}}));
    tree["servers"] = json!([
        {"url": "https://api.example.com"},
        {"url": format!("https://example.com/{}", "x".repeat(10_000))},
        {"url": "https://{a}{a}{a}.example.com", "variables": {"a": {"default": "x".repeat(5_000)}}},
    ]);
    let (_, client, diagnostics) = plan(&tree);
    assert_eq!(places(&diagnostics, Code::UnsupportedServer), ["#/servers/1", "#/servers/2"]);
    assert_eq!(client.api().servers.len(), 1);
}

#[test]
fn change_lists_at_most_a_thousand_affected_operations() {
    let tree = |property: &str| {
        let response = json!({"200": {"description": "One.", "content": {"application/json":
            {"schema": {"$ref": "#/components/schemas/Order"}}}}});
        let paths: BTreeMap<String, Value> =
            (0..1200).map(|number| (format!("/orders{number}"), json!({"get": {"responses": response}}))).collect();
        let mut tree = document(json!(paths));
        tree["components"] =
            json!({"schemas": {"Order": {"type": "object", "properties": {(property): {"type": "string"}}}}});
        tree
    };
    let (report, told) = compared(&tree("sku"), &tree("name"));
    assert_eq!(report.changes.len(), 2);
    for change in &report.changes {
        assert_eq!((change.operations.routes.len(), change.operations.has_more), (1000, true));
    }
    assert_eq!(told["changes"][0]["operations"].as_array().map(Vec::len), Some(1000));
    assert_eq!(told["changes"][0]["moreOperations"], json!(true));
}

#[test]
fn bounds_beyond_64_bits_are_compared_exactly() {
    let tree = |limit: &str| {
        let schema = format!(r#"{{"type": "integer", "maximum": {limit}}}"#);
        let tree = document(json!({})).to_string();
        format!(r#"{},"components":{{"schemas":{{"Total":{schema}}}}}}}"#, tree.strip_suffix('}').expect("an object"))
    };
    let side = |limit: &str| {
        let document = Document::parse("openapi.json", tree(limit)).expect("it is a document");
        let client = Client::plan(&document, &Settings::default(), &mut Diagnostics::new()).expect("it is read");
        (document, client)
    };
    let (old, new) = (side("36893488147419103232"), side("36893488147419103233"));
    let (before, after) = (old.1.side(&old.0), new.1.side(&new.0));
    let report = diff::compare(&before, &after);
    let kinds: Vec<diff::ChangeKind> = report.changes.iter().map(|change| change.kind).collect();
    assert_eq!(kinds, [diff::ChangeKind::MaximumRaised]);
}
