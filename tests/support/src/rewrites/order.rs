//! Rewrites of orders that have no meaning.

use serde_json::{Map, Value};

use super::nodes::{Holds, Node, has_indexed_references, held, walk};

/// Maps whose order is a rewrite of its own.
const OWN: [&str; 3] = ["paths", "content", "properties"];

/// Reverses the keys of every node, and every map of nodes apart from those with a rewrite of their own.
pub fn maps(root: &mut Value) {
    walk(root, &mut |site, node| {
        for (key, inner) in node.iter_mut() {
            if matches!(held(site.node, key), Some(Holds::Map(_))) && !OWN.contains(&key.as_str()) {
                inner.as_object_mut().into_iter().for_each(reverse_map);
            }
        }
        reverse_map(node);
    });
}

pub fn paths(root: &mut Value) {
    root.get_mut("paths").and_then(Value::as_object_mut).into_iter().for_each(reverse_map);
}

pub fn media_types(root: &mut Value) {
    walk(root, &mut |site, node| {
        if site.node != Node::Schema {
            node.get_mut("content").and_then(Value::as_object_mut).into_iter().for_each(reverse_map);
        }
    });
}

pub fn properties(root: &mut Value) {
    walk(root, &mut |site, node| {
        if site.node == Node::Schema {
            node.get_mut("properties").and_then(Value::as_object_mut).into_iter().for_each(reverse_map);
        }
    });
}

pub fn required(root: &mut Value) {
    reverse_lists(root, Node::Schema, &["required"]);
}

/// Reverses the values of enums, together with the arrays of extensions that describe them.
pub fn values(root: &mut Value) {
    walk(root, &mut |site, node| {
        let count = node.get("enum").and_then(Value::as_array).map(Vec::len);
        for (_, value) in node.iter_mut().filter(|(key, _)| *key == "enum" || key.starts_with("x-enum")) {
            let list = value.as_array_mut().filter(|list| site.node == Node::Schema && Some(list.len()) == count);
            list.into_iter().for_each(|list| list.reverse());
        }
    });
}

pub fn unions(root: &mut Value) {
    reverse_lists(root, Node::Schema, &["oneOf", "anyOf"]);
}

pub fn intersections(root: &mut Value) {
    reverse_lists(root, Node::Schema, &["allOf"]);
}

pub fn parameters(root: &mut Value) {
    reverse_lists(root, Node::Operation, &["parameters"]);
    reverse_lists(root, Node::PathItem, &["parameters"]);
}

/// Reverses the tags of the document. The order of the tags of an operation has a meaning: the first is its group.
pub fn tags(root: &mut Value) {
    reverse_lists(root, Node::Document, &["tags"]);
}

/// Reverses arrays of the nodes of one kind, unless references count their elements.
fn reverse_lists(root: &mut Value, kind: Node, keys: &[&str]) {
    if has_indexed_references(root) {
        return;
    }
    walk(root, &mut |site, node| {
        for key in keys.iter().filter(|_| site.node == kind) {
            node.get_mut(*key).and_then(Value::as_array_mut).into_iter().for_each(|list| list.reverse());
        }
    });
}

fn reverse_map(members: &mut Map<String, Value>) {
    *members = std::mem::take(members).into_iter().rev().collect();
}
