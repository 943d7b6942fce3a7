//! Rewrites between an inline node and a component.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value, json};

use super::nodes::{Node, Site, passed_nodes, references, walk};
use super::spelling::is_version;

/// The kinds of schemas with a rewrite of their own.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Object,
    Primitive,
}

pub fn parameters_hoisted(root: &mut Value) {
    hoist(root, "parameters", &|site, _| site.node == Node::Parameter);
}

pub fn parameters_inlined(root: &mut Value) {
    inline(root, "parameters", &|site, _| site.node == Node::Parameter);
}

pub fn responses_hoisted(root: &mut Value) {
    hoist(root, "responses", &|site, _| site.node == Node::Response);
}

pub fn responses_inlined(root: &mut Value) {
    inline(root, "responses", &|site, _| site.node == Node::Response);
}

pub fn bodies_hoisted(root: &mut Value) {
    hoist(root, "requestBodies", &|site, _| site.node == Node::Body);
}

pub fn bodies_inlined(root: &mut Value) {
    inline(root, "requestBodies", &|site, _| site.node == Node::Body);
}

pub fn objects_hoisted(root: &mut Value) {
    hoist(root, "schemas", &|site, node| is_schema(site, node, Kind::Object));
}

pub fn objects_inlined(root: &mut Value) {
    inline(root, "schemas", &|site, node| is_schema(site, node, Kind::Object));
}

pub fn primitives_hoisted(root: &mut Value) {
    hoist(root, "schemas", &|site, node| is_schema(site, node, Kind::Primitive));
}

pub fn primitives_inlined(root: &mut Value) {
    inline(root, "schemas", &|site, node| is_schema(site, node, Kind::Primitive));
}

/// Adds components that nothing uses.
pub fn unused_added(root: &mut Value) {
    let schema = json!({"type": "object", "properties": {"name": {"type": "string"}}});
    if let Some(schemas) = components(root, "schemas") {
        schemas.insert("ZzUnused".to_owned(), schema.clone());
    }
    if is_version(root, &["3."]) {
        let response = json!({"description": "Unused.", "content": {"application/json": {"schema": schema}}});
        if let Some(responses) = components(root, "responses") {
            responses.insert("ZzUnused".to_owned(), response);
        }
    }
}

fn is_schema(site: Site<'_>, schema: &Map<String, Value>, kind: Kind) -> bool {
    let is_plain =
        !["enum", "const", "oneOf", "anyOf", "allOf", "discriminator"].iter().any(|key| schema.contains_key(*key));
    let found = match schema.get("type").and_then(Value::as_str) {
        Some("string" | "integer" | "number" | "boolean") => Kind::Primitive,
        Some("object") => Kind::Object,
        None if schema.contains_key("properties") => Kind::Object,
        _ => return false,
    };
    site.node == Node::Schema && is_plain && found == kind
}

/// Returns the components of a kind, which are created if needed.
fn components<'r>(root: &'r mut Value, kind: &str) -> Option<&'r mut Map<String, Value>> {
    let is_old = is_version(root, &["2."]);
    let root = root.as_object_mut()?;
    let (holder, kind) = match is_old {
        true => (root, if kind == "schemas" { "definitions" } else { kind }),
        false => (root.entry("components").or_insert_with(|| json!({})).as_object_mut()?, kind),
    };
    holder.entry(kind).or_insert_with(|| json!({})).as_object_mut()
}

/// Turns inline nodes into components. Nodes that contain the target of a reference stay.
fn hoist(root: &mut Value, kind: &str, is_meant: &dyn Fn(Site<'_>, &Map<String, Value>) -> bool) {
    let is_old = is_version(root, &["2."]);
    if is_old && kind == "requestBodies" {
        return;
    }
    let passed = passed_nodes(root);
    let base = match (is_old, kind) {
        (true, "schemas") => "#/definitions".to_owned(),
        (true, kind) => format!("#/{kind}"),
        (false, kind) => format!("#/components/{kind}"),
    };
    let known: HashSet<String> = components(root, kind).into_iter().flat_map(|it| it.keys().cloned()).collect();
    let mut hoisted = Map::new();
    walk(root, &mut |site, node| {
        let at = format!("#{}", site.pointer);
        let is_target = passed.contains(at.as_str());
        // A parameter of Swagger 2.0 may be a body or a part of a form, and its schema differs from others.
        let is_typed = is_old
            && matches!(site.node, Node::Schema)
            && site.keyword == "items"
            && site.pointer.contains("/parameters/");
        if site.is_component
            || site.is_fixed
            || site.is_condition
            || site.keyword == "prefixItems"
            || is_target
            || is_typed
            || node.contains_key("$ref")
            || !is_meant(site, node)
        {
            return;
        }
        let name = (known.len()..).map(|number| format!("Zz{number}"));
        let Some(name) = name.skip(hoisted.len()).find(|name| !known.contains(name)) else { return };
        let reference = json!({"$ref": format!("{base}/{name}")});
        let inner = std::mem::replace(node, reference.as_object().cloned().unwrap_or_default());
        hoisted.insert(name, Value::Object(inner));
    });
    if let Some(components) = components(root, kind).filter(|_| !hoisted.is_empty()) {
        components.extend(hoisted);
    }
}

/// Replaces references by copies of components that refer to nothing else.
fn inline(root: &mut Value, kind: &str, is_meant: &dyn Fn(Site<'_>, &Map<String, Value>) -> bool) {
    let Some(known) = components(root, kind) else { return };
    let is_leaf = |value: &&Value| value.is_object() && references(value).is_empty();
    let known: HashMap<String, Value> =
        known.iter().filter(|(_, value)| is_leaf(value)).map(|(name, value)| (name.clone(), value.clone())).collect();
    let base = if kind == "schemas" { ["#/components/schemas/", "#/definitions/"] } else { ["#/components/", "#/"] };
    walk(root, &mut |site, node| {
        let Some(reference) = node.get("$ref").and_then(Value::as_str).filter(|_| node.len() == 1) else { return };
        let name = base.iter().find_map(|base| reference.strip_prefix(base));
        let name = name.map(|name| name.strip_prefix(kind).map_or(name, |name| name.trim_start_matches('/')));
        let target = name.and_then(|name| known.get(name)).and_then(Value::as_object);
        if let Some(target) =
            target.filter(|target| !site.is_component && !site.is_fixed && !site.is_condition && is_meant(site, target))
        {
            *node = target.clone();
        }
    });
}
