//! Mintlify's newer export format: an OpenAPI document reduced to one operation and the components that it needs.

use serde_json::{Map, Value};

use crate::diagnostics::{Code, Diagnostics};
use crate::source::{Document, Pointer};

/// Returns the tree of a document with its mappings fixed. Returns `None` if it is not an object.
pub(super) fn read(document: &Document, found: &mut Diagnostics) -> Option<Map<String, Value>> {
    let mut tree = document.root().clone();
    fix_mappings(&mut tree, &Pointer::root(), found);
    match tree {
        Value::Object(members) => Some(members),
        _ => None,
    }
}

/// Fixes the mapping of each discriminator. Its values are strings (OpenAPI 3.1 section 4.8.25), but the export turns
/// them into objects with `$ref`.
fn fix_mappings(value: &mut Value, at: &Pointer, found: &mut Diagnostics) {
    match value {
        Value::Object(members) => {
            for (key, member) in members.iter_mut() {
                let at = at.join(key);
                if key == "discriminator"
                    && member.get("propertyName").is_some()
                    && let Some(Value::Object(mapping)) = member.get_mut("mapping")
                {
                    fix_mapping(mapping, &at.join("mapping"), found);
                }
                fix_mappings(member, &at, found);
            }
        }
        Value::Array(elements) => {
            for (index, element) in elements.iter_mut().enumerate() {
                fix_mappings(element, &at.index(index), found);
            }
        }
        _ => {}
    }
}

fn fix_mapping(mapping: &mut Map<String, Value>, at: &Pointer, found: &mut Diagnostics) {
    let mut fixed = 0_usize;
    for target in mapping.values_mut() {
        if let Some(Value::String(text)) = target.get("$ref") {
            *target = Value::String(text.clone());
            fixed += 1;
        }
    }
    if fixed > 0 {
        let message = "the values of a mapping must be strings; found objects with `$ref`, which are replaced by their references";
        found.report(Code::MalformedKeyword, at, message);
    }
}
