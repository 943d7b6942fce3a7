//! Rewrites of a schema, parameter or body into another spelling of the same content.

use serde_json::{Map, Value, json};

use super::nodes::{METHODS, Node, passed_nodes, walk};

/// Keywords that describe a schema and do not restrict its values.
const ANNOTATIONS: [&str; 12] = [
    "title",
    "description",
    "default",
    "deprecated",
    "readOnly",
    "writeOnly",
    "example",
    "examples",
    "externalDocs",
    "xml",
    "$comment",
    "discriminator",
];

/// A spelling of null in OpenAPI 3.1.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Null {
    /// `type: [string, 'null']`.
    Type,
    /// `anyOf: [{type: string}, {type: 'null'}]`.
    Union,
}

/// Converts a document of OpenAPI 3.0 to 3.1, with `null` among the types.
pub fn null_types(root: &mut Value) {
    upgrade(root, Null::Type);
}

/// Spells null as a member of a union, in documents of OpenAPI 3.0 and later.
pub fn null_unions(root: &mut Value) {
    upgrade(root, Null::Union);
    if is_version(root, &["3.1", "3.2"]) {
        walk(root, &mut |site, node| {
            let types = node.get("type").and_then(Value::as_array).cloned().unwrap_or_default();
            let names: Vec<&Value> = types.iter().filter(|name| **name != "null").collect();
            if let ([one], 2, true) = (names.as_slice(), types.len(), site.node == Node::Schema && !site.is_fixed)
                && !node.contains_key("enum")
            {
                node.insert("type".to_owned(), (*one).clone());
                join_null(node);
            }
        });
    }
}

fn upgrade(root: &mut Value, null: Null) {
    if !is_version(root, &["3.0"]) {
        return;
    }
    if let Some(version) = root.get_mut("openapi") {
        *version = "3.1.0".into();
    }
    walk(root, &mut |site, node| {
        if site.node != Node::Schema {
            return;
        }
        for (bound, exclusive) in [("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")] {
            if node.get(exclusive).is_some_and(Value::is_boolean)
                && node.shift_remove(exclusive) == Some(Value::Bool(true))
                && let Some(value) = node.shift_remove(bound)
            {
                node.insert(exclusive.to_owned(), value);
            }
        }
        if node.shift_remove("nullable") == Some(Value::Bool(true)) {
            allow_null(node, null);
        }
    });
}

fn allow_null(schema: &mut Map<String, Value>, null: Null) {
    if let Some(values) = schema.get_mut("enum").and_then(Value::as_array_mut)
        && !values.contains(&Value::Null)
    {
        values.push(Value::Null);
    }
    match schema.get("type").cloned() {
        Some(Value::String(name)) if null == Null::Type => {
            schema.insert("type".to_owned(), json!([name, "null"]));
        }
        None if !["$ref", "allOf", "oneOf", "anyOf"].iter().any(|key| schema.contains_key(*key)) => {}
        _ => join_null(schema),
    }
}

/// Turns a schema into a union of itself, without annotations, and null.
fn join_null(schema: &mut Map<String, Value>) {
    let inner = taken(schema, &ANNOTATIONS);
    schema.insert("anyOf".to_owned(), json!([inner, {"type": "null"}]));
}

/// Moves all keywords out of a schema, except these and extensions.
fn taken(schema: &mut Map<String, Value>, except: &[&str]) -> Map<String, Value> {
    let is_kept = |key: &str| except.contains(&key) || key.starts_with("x-");
    let (kept, inner) = std::mem::take(schema).into_iter().partition(|(key, _)| is_kept(key));
    *schema = kept;
    inner
}

/// Spells enums of one value as constants.
pub fn constants(root: &mut Value) {
    if is_version(root, &["3.1", "3.2"]) {
        walk(root, &mut |site, node| {
            if let (Node::Schema, Some([only])) =
                (site.node, node.get("enum").and_then(Value::as_array).map(Vec::as_slice))
            {
                let value = only.clone();
                node.shift_remove("enum");
                node.insert("const".to_owned(), value);
            }
        });
    }
}

/// Spells constants as enums of one value.
pub fn enums_of_one(root: &mut Value) {
    walk(root, &mut |site, node| {
        if site.node == Node::Schema
            && let Some(value) = node.shift_remove("const")
        {
            node.insert("enum".to_owned(), json!([value]));
        }
    });
}

/// Wraps references and inline schemas in an `allOf` of one.
pub fn sole_all_of_added(root: &mut Value) {
    let passed = passed_nodes(root);
    let has_ignored_siblings = is_version(root, &["2.", "3.0"]);
    walk(root, &mut |site, node| {
        // Parts of forms, tuples and conditions are described by their own schemas.
        let is_plain = matches!(site.keyword, "properties" | "items" | "additionalProperties" | "schema");
        let is_reference = node.contains_key("$ref");
        if site.node != Node::Schema
            || !is_plain
            || site.is_condition
            || passed.contains(&format!("#{}", site.pointer))
            || node.is_empty()
            || node.contains_key("const")
            || node.contains_key("enum")
            || (is_reference && has_ignored_siblings && node.len() > 1)
        {
            return;
        }
        let except: Vec<&str> = ANNOTATIONS.iter().copied().filter(|key| *key != "discriminator").collect();
        let inner = taken(node, &except);
        node.insert("allOf".to_owned(), json!([inner]));
    });
}

/// Merges an `allOf` of one into the schema that contains it.
pub fn sole_all_of_merged(root: &mut Value) {
    let has_ignored_siblings = is_version(root, &["2.", "3.0"]);
    walk(root, &mut |site, node| {
        if site.node != Node::Schema || site.is_component || site.is_fixed || matches!(site.keyword, "oneOf" | "anyOf")
        {
            return;
        }
        let Some([Value::Object(inner)]) = node.get("allOf").and_then(Value::as_array).map(Vec::as_slice) else {
            return;
        };
        let is_alone = node.len() == 1;
        let is_own = inner.keys().all(|key| !node.contains_key(key));
        if is_own && (is_alone || !(has_ignored_siblings && inner.contains_key("$ref"))) {
            let inner = inner.clone();
            node.shift_remove("allOf");
            node.extend(inner);
        }
    });
}

/// Writes out values that hold by default.
pub fn defaults(root: &mut Value) {
    let is_old = is_version(root, &["2."]);
    let is_three = is_version(root, &["3.0"]);
    walk(root, &mut |site, node| {
        // With patterns or prefixes, other keywords decide what these values mean for the type.
        if ["$ref", "patternProperties", "prefixItems"].iter().any(|key| node.contains_key(*key)) {
            return;
        }
        let is = |name: &str| node.get("type") == Some(&name.into());
        let stated: &[(&str, Value)] = match site.node {
            Node::Parameter if is_old => &[("required", false.into())],
            Node::Parameter | Node::Header => &[("required", false.into()), ("deprecated", false.into())],
            Node::Body => &[("required", false.into())],
            Node::Operation => &[("deprecated", false.into())],
            Node::Schema if is("string") => &[("minLength", 0.into()), ("deprecated", false.into())],
            Node::Schema if is("array") => &[("minItems", 0.into()), ("uniqueItems", false.into())],
            Node::Schema if is("object") && node.contains_key("properties") => {
                &[("minProperties", 0.into()), ("additionalProperties", true.into())]
            }
            Node::Schema if is_three => &[("nullable", false.into()), ("exclusiveMinimum", false.into())],
            Node::Schema if is("integer") => &[("writeOnly", false.into()), ("readOnly", false.into())],
            _ => &[],
        };
        for (key, value) in stated {
            node.entry(*key).or_insert_with(|| value.clone());
        }
        let style = match (site.node, node.get("in").and_then(Value::as_str)) {
            (Node::Parameter, Some("query" | "cookie")) => "form",
            (Node::Parameter, Some("path" | "header")) | (Node::Header, _) => "simple",
            _ => return,
        };
        if !is_old && !node.contains_key("style") && !node.contains_key("content") {
            node.insert("style".to_owned(), style.into());
            node.entry("explode").or_insert((style == "form").into());
        }
    });
}

/// Moves the parameters of paths to their operations.
pub fn path_parameters(root: &mut Value) {
    walk(root, &mut |site, node| {
        if site.node != Node::PathItem || node.contains_key("$ref") {
            return;
        }
        let Some(Value::Array(shared)) = node.shift_remove("parameters") else { return };
        for (_, operation) in node.iter_mut().filter(|(key, _)| METHODS.contains(&key.as_str())) {
            let Some(operation) = operation.as_object_mut() else { continue };
            let own = operation.entry("parameters").or_insert_with(|| json!([]));
            let Some(own) = own.as_array_mut() else { continue };
            let key = |parameter: &Value| (parameter.get("name").cloned(), parameter.get("in").cloned());
            let known: Vec<_> = own.iter().map(key).collect();
            let others = std::mem::take(own);
            own.extend(shared.iter().filter(|it| it.get("$ref").is_some() || !known.contains(&key(it))).cloned());
            own.extend(others);
        }
    });
}

/// Repeats the security requirements of the document at its operations.
pub fn security(root: &mut Value) {
    let Some(security) = root.get("security").cloned() else { return };
    for (_, path) in root.get_mut("paths").and_then(Value::as_object_mut).into_iter().flatten() {
        for (_, operation) in
            path.as_object_mut().into_iter().flatten().filter(|(key, _)| METHODS.contains(&key.as_str()))
        {
            if let Some(operation) = operation.as_object_mut() {
                operation.entry("security").or_insert_with(|| security.clone());
            }
        }
    }
}

/// Ends the URL of each server with a slash.
pub fn server_slash(root: &mut Value) {
    let end = |text: &mut String| {
        if !text.ends_with('/') {
            text.push('/');
        }
    };
    if let Some(Value::String(path)) = root.get_mut("basePath") {
        end(path);
    }
    for server in root.get_mut("servers").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Some(Value::String(url)) = server.get_mut("url") {
            end(url);
        }
    }
}

/// Returns `true` if the version of a document begins with one of these texts.
pub fn is_version(root: &Value, versions: &[&str]) -> bool {
    let stated = root.get("openapi").or_else(|| root.get("swagger"));
    stated.and_then(Value::as_str).is_some_and(|stated| versions.iter().any(|version| stated.starts_with(version)))
}
