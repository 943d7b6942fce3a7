//! Merging of pieces into one document: paths, servers, security and tags.

use serde_json::{Map, Value, json};

use super::components;
use super::piece::{Piece, is_method, operations_mut, operations_of};
use crate::diagnostics::{Code, Diagnostics};
use crate::source::Pointer;

/// Merges the pieces in their order. Returns `None` if there are none.
pub(super) fn merge(pieces: Vec<Piece>, diagnostics: &mut Diagnostics) -> Option<Map<String, Value>> {
    let is_alone = pieces.len() == 1;
    let mut pieces = pieces.into_iter().map(|mut piece| {
        if piece.is_whole && !is_alone {
            piece.tree.entry("security").or_insert_with(|| json!([]));
        }
        piece
    });
    let mut base = pieces.next()?.tree;
    for piece in pieces {
        join(&mut base, piece, diagnostics);
    }
    if !is_alone {
        lift_security(&mut base);
        // An empty requirement is the default.
        if base.get("security") == Some(&json!([])) {
            base.remove("security");
        }
    }
    Some(base)
}

fn join(base: &mut Map<String, Value>, mut piece: Piece, diagnostics: &mut Diagnostics) {
    if base.contains_key("swagger") != piece.tree.contains_key("swagger") {
        let message = "cannot merge Swagger 2.0 with the OpenAPI 3 of other pages; this page is skipped";
        diagnostics.report_elsewhere(Code::UnusablePage, message, Some(piece.at));
        return;
    }
    compare_info(base, &piece, diagnostics);
    components::join(base, &mut piece, diagnostics);
    join_versions(base, &piece.tree);
    join_security(base, &mut piece.tree);
    join_servers(base, &mut piece.tree);
    join_tags(base, &piece.tree);
    for root in ["paths", "webhooks"] {
        join_paths(root, base, &mut piece, diagnostics);
    }
    for (key, value) in piece.tree {
        base.entry(key).or_insert(value);
    }
}

/// Reports pages of different documents. The `info` of the first one is used.
fn compare_info(base: &Map<String, Value>, piece: &Piece, diagnostics: &mut Diagnostics) {
    let Some((before, here)) = base.get("info").zip(piece.tree.get("info")) else { return };
    for key in ["title", "version"] {
        if let Some((before, here)) = before.get(key).zip(here.get(key)).filter(|(before, here)| before != here) {
            let message = format!("the {key} is {here} here but {before} on an earlier page; the earlier one is used");
            let at = piece.excerpt(&Pointer::root().join("info").join(key));
            diagnostics.report_elsewhere(Code::AssumedByImport, message, Some(at));
        }
    }
}

/// Sets the later of two versions, which can express everything that the earlier one can.
fn join_versions(base: &mut Map<String, Value>, piece: &Map<String, Value>) {
    let number = |value: Option<&Value>| -> Vec<u64> {
        let text = value.and_then(Value::as_str).unwrap_or_default();
        text.split('.').map(|part| part.parse().unwrap_or_default()).collect()
    };
    if number(piece.get("openapi")) > number(base.get("openapi"))
        && let Some(version) = piece.get("openapi")
    {
        base.insert("openapi".to_owned(), version.clone());
    }
}

/// Keeps the security of the document if both agree; otherwise moves it into each operation. Operations of a page
/// without security take that of the other pages.
fn join_security(base: &mut Map<String, Value>, piece: &mut Map<String, Value>) {
    let Some(here) = piece.remove("security") else { return };
    let Some(before) = base.get("security").filter(|before| **before != here).cloned() else {
        base.insert("security".to_owned(), here);
        return;
    };
    base.remove("security");
    for (tree, security) in [(base, before), (piece, here)] {
        for operation in operations_mut(tree) {
            operation.entry("security").or_insert_with(|| security.clone());
        }
    }
}

/// Moves security that all operations share to the document.
fn lift_security(tree: &mut Map<String, Value>) {
    let all: Vec<Option<Value>> = operations_mut(tree).map(|operation| operation.get("security").cloned()).collect();
    let Some(Some(first)) = all.first() else { return };
    if tree.contains_key("security") || all.iter().any(|other| other.as_ref() != Some(first)) {
        return;
    }
    tree.insert("security".to_owned(), first.clone());
    for operation in operations_mut(tree) {
        operation.remove("security");
    }
}

/// Lists all servers. The operations of a page whose first server differs get servers of their own.
fn join_servers(base: &mut Map<String, Value>, piece: &mut Map<String, Value>) {
    let Some(Value::Array(others)) = piece.remove("servers") else { return };
    let Some(Value::Array(servers)) = base.get_mut("servers").filter(|servers| *servers != &json!([])) else {
        base.insert("servers".to_owned(), Value::Array(others));
        return;
    };
    let url = |server: Option<&Value>| server.and_then(|server| server.get("url")).cloned();
    if !others.is_empty() && url(servers.first()) != url(others.first()) {
        let roots = piece.iter_mut().filter(|(key, _)| ["paths", "webhooks"].contains(&key.as_str()));
        let items = roots.filter_map(|(_, items)| items.as_object_mut()).flat_map(Map::values_mut);
        for item in items.filter_map(Value::as_object_mut).filter(|item| !item.contains_key("servers")) {
            for operation in operations_of(item) {
                operation.entry("servers").or_insert_with(|| Value::Array(others.clone()));
            }
        }
    }
    for server in others {
        if !servers.iter().any(|known| url(Some(known)) == url(Some(&server))) {
            servers.push(server);
        }
    }
}

fn join_tags(base: &mut Map<String, Value>, piece: &Map<String, Value>) {
    let Some(Value::Array(others)) = piece.get("tags") else { return };
    let tags = base.entry("tags").or_insert_with(|| json!([]));
    let Value::Array(tags) = tags else { return };
    for tag in others {
        if !tags.iter().any(|known| known.get("name") == tag.get("name")) {
            tags.push(tag.clone());
        }
    }
}

/// Adds the path items, or the webhooks, of a piece.
fn join_paths(root: &str, base: &mut Map<String, Value>, piece: &mut Piece, diagnostics: &mut Diagnostics) {
    let Some(Value::Object(items)) = piece.tree.remove(root) else { return };
    let known = base.entry(root).or_insert_with(|| Value::Object(Map::new()));
    let Value::Object(known) = known else { return };
    for (path, item) in items {
        let at = Pointer::root().join(root).join(&path);
        let (Some(Value::Object(before)), Value::Object(mut item)) = (known.get_mut(&path), item.clone()) else {
            known.insert(path, item);
            continue;
        };
        if shared(before) != shared(&item) {
            push_down(before);
            push_down(&mut item);
        }
        for (key, member) in item {
            match before.get(&key) {
                Some(other) if is_method(&key) && *other != member => {
                    let operation = format!("`{} {path}`", key.to_uppercase());
                    let message = format!("an earlier page describes {operation} differently; this one is skipped");
                    let at = piece.excerpt(&at.join(&key));
                    diagnostics.report_elsewhere(Code::ConflictingOperation, message, Some(at));
                }
                Some(_) => {}
                None => {
                    before.insert(key, member);
                }
            }
        }
    }
}

/// Returns the keys of a path item that apply to all its operations.
fn shared(item: &Map<String, Value>) -> Vec<(&String, &Value)> {
    item.iter().filter(|(key, _)| !is_method(key)).collect()
}

/// Moves the keys of a path item that apply to all its operations into each of them.
fn push_down(item: &mut Map<String, Value>) {
    let parameters = item.remove("parameters");
    let servers = item.remove("servers");
    let identity = |parameter: &Value| match parameter.get("$ref") {
        Some(reference) => (Some(reference.clone()), None),
        None => (parameter.get("name").cloned(), parameter.get("in").cloned()),
    };
    for operation in operations_of(item) {
        if let Some(Value::Array(parameters)) = &parameters {
            let own = operation.entry("parameters").or_insert_with(|| json!([]));
            let Value::Array(own) = own else { continue };
            let known: Vec<_> = own.iter().map(identity).collect();
            let mut all: Vec<Value> =
                parameters.iter().filter(|parameter| !known.contains(&identity(parameter))).cloned().collect();
            all.append(own);
            *own = all;
        }
        if let Some(servers) = &servers {
            operation.entry("servers").or_insert_with(|| servers.clone());
        }
    }
}
