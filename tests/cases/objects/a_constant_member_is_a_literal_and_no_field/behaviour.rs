//! Constants are sent, but not required when decoding.

use super::types::File;
use apiarist_tests::wire::{decode, encode, round_trip};
use serde_json::json;

#[test]
fn constants_are_sent() {
    let file: File = round_trip(json!({
        "id": "f1", "object": "file", "schema_version": 2, "immutable": true, "purpose": "batch", "kind": "text"
    }));
    assert_eq!(file.id, "f1");
}

#[test]
fn other_and_absent_values_are_accepted() {
    let file: File = decode(json!({"id": "f1", "object": "document", "schema_version": "3", "immutable": null}));
    let written = encode(&file);
    assert_eq!(written["object"], "file");
    assert_eq!(written["schema_version"], 2);
    assert_eq!(written["immutable"], true);
    assert_eq!(written["purpose"], "batch");
}
