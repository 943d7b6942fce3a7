//! Rewrites of text for readers.

use serde_json::{Map, Value, json};

use super::nodes::{Node, walk};

/// Extends every summary and description, and describes schemas without a description.
pub fn descriptions(root: &mut Value) {
    walk(root, &mut |site, node| {
        for key in ["summary", "description"] {
            if let Some(Value::String(text)) = node.get_mut(key) {
                text.push_str(" It was reworded.");
            }
        }
        if site.node == Node::Schema && !node.contains_key("$ref") && !node.contains_key("description") {
            node.insert("description".to_owned(), "It is described.".into());
        }
    });
}

/// Adds an unknown extension to every node.
pub fn extensions(root: &mut Value) {
    walk(root, &mut |_, node| {
        node.insert("x-reviewed".to_owned(), json!({"by": ["Rex"]}));
    });
}

/// Removes every example, and adds one to schemas of strings without an example.
pub fn examples(root: &mut Value) {
    walk(root, &mut |site, node| {
        let had_one = node.contains_key("example") || node.contains_key("examples");
        if site.node != Node::Components {
            node.remove("example");
            node.remove("examples");
        }
        if site.node == Node::Schema && !had_one && is_plain_text(node) {
            node.insert("example".to_owned(), "Rex".into());
        }
    });
}

fn is_plain_text(schema: &Map<String, Value>) -> bool {
    let restricts = ["enum", "const", "format", "pattern"];
    schema.get("type") == Some(&"string".into()) && !restricts.iter().any(|key| schema.contains_key(*key))
}
