//! Rewrites a document without changing its meaning, and requires that the diff reports no change on the wire.

use apiarist::diff::{Level, compare};
use apiarist::source::Document;
use apiarist::{Client, Diagnostics, Settings};
use apiarist_test_support::rewrites;
use serde_json::Value;

/// Returns the changes on the wire that are reported for rewrites of a document, each after the name of the rewrite. A
/// document of several files is not rewritten.
pub fn false_changes(document: &Document) -> Vec<String> {
    let root = document.root();
    let Some((document, client)) = planned(root).filter(|_| rewrites::is_whole(root)) else { return Vec::new() };
    let old = client.side(&document);
    rewrites::false_changes(root, |root| {
        let (document, client) = planned(root)?;
        let changes = compare(&old, &client.side(&document)).changes.into_iter();
        let on_the_wire = changes.filter(|change| change.wire() > Level::Documentation);
        Some(on_the_wire.map(|change| format!("{}: {}", change.kind, change.message)).collect())
    })
}

fn planned(root: &Value) -> Option<(Document, Client)> {
    let document = Document::parse("openapi.json", root.to_string()).ok()?;
    let client = Client::plan(&document, &Settings::default(), &mut Diagnostics::new())?;
    Some((document, client))
}
