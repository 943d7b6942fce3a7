//! Edits of a document that must not change any other name in its client, and what may differ after each.
//!
//! ```text
//! a schema and an operation at the front       the diff reports this schema and this operation, and nothing else
//! components, paths and methods in reverse     the diff reports nothing
//! a value more in one of two equal enums       the diff reports this value, and nothing else
//! values, properties and members in reverse    the outline has the same lines
//! ```
//!
//! Callers plan the client of the document and of the edited one, and compare them. They must enable
//! `serde_json/preserve_order`, or else a tree has no order to reverse. `apiarist` does.

use std::collections::{BTreeSet, HashMap};

use serde_json::{Map, Value, json};

/// A part of the names that only the additions to a document have.
const MARK: &str = "zzadded";

/// An edit of a document.
#[derive(Clone, Copy, Debug)]
pub struct Edit {
    /// The name of the edit.
    pub name: &'static str,
    /// Edits a document. Returns `false` if the document has nothing to edit.
    pub apply: fn(&mut Value) -> bool,
    /// Whether the edit adds something, which a diff must report.
    adds: bool,
}

/// The edits whose diff contains only additions.
pub const EDITS: [Edit; 3] = [
    Edit { name: "additions at the front", apply: add_at_front, adds: true },
    Edit { name: "order", apply: reverse_order, adds: false },
    Edit { name: "value of one enum", apply: add_value, adds: true },
];

impl Edit {
    /// Returns the changes that do not concern the additions, from the texts of all changes in a diff.
    pub fn unexpected(&self, changes: impl IntoIterator<Item = String>) -> Vec<String> {
        let is_addition = |text: &String| text.to_lowercase().replace('_', "").contains(MARK);
        let (additions, mut others): (Vec<String>, Vec<String>) = changes.into_iter().partition(is_addition);
        if self.adds && additions.is_empty() {
            others.push("the addition is not reported".to_owned());
        }
        others
    }
}

/// Returns the lines of an outline that another outline lacks, each with the item that it belongs to. The order of lines does
/// not matter. Names that contain the position of a union's member are left out, and so are constructors and attributes, which
/// list properties in their order.
pub fn missing_lines(old: &str, new: &str) -> Vec<String> {
    let new = lines(new);
    let is_permanent = |line: &String| !has_position(line) && !line.contains("fn new(") && !line.contains("#[object(");
    lines(old).into_iter().filter(|line| !new.contains(line) && is_permanent(line)).collect()
}

fn lines(outline: &str) -> BTreeSet<String> {
    let mut item = "";
    let mut found = BTreeSet::new();
    for line in outline.lines() {
        if !line.starts_with(' ') {
            item = line;
        }
        found.insert(format!("{item} / {}", line.trim()));
    }
    found
}

/// Returns `true` if a line contains a name such as `PetVariant2`.
fn has_position(line: &str) -> bool {
    line.match_indices("Variant").any(|(at, word)| line[at + word.len()..].starts_with(|c: char| c.is_ascii_digit()))
}

/// Adds a schema and an operation before all others.
fn add_at_front(root: &mut Value) -> bool {
    let is_old = root.get("swagger").is_some();
    let schema = json!({"type": "object", "properties": {"zzadded": {"type": "string", "enum": ["zzadded"]}}});
    let reference = if is_old { "#/definitions/ZzAdded" } else { "#/components/schemas/ZzAdded" };
    let reference = json!({"$ref": reference});
    let response = match is_old {
        true => json!({"description": "Added.", "schema": reference}),
        false => json!({"description": "Added.", "content": {"application/json": {"schema": reference}}}),
    };
    let operation = json!({"operationId": "zzAdded", "tags": ["ZzAdded"], "responses": {"200": response}});
    let keys: &[&str] = if is_old { &["definitions"] } else { &["components", "schemas"] };
    if let Some(schemas) = object_at(root, keys) {
        insert_first(schemas, "ZzAdded", schema);
    }
    let paths = object_at(root, &["paths"]);
    paths.map(|paths| insert_first(paths, "/zzadded", json!({"get": operation}))).is_some()
}

/// Returns the object at these keys, adding it if necessary, or `None` if they contain another value.
fn object_at<'v>(root: &'v mut Value, keys: &[&str]) -> Option<&'v mut Map<String, Value>> {
    keys.iter()
        .try_fold(root.as_object_mut()?, |object, key| object.entry(*key).or_insert_with(|| json!({})).as_object_mut())
}

fn insert_first(members: &mut Map<String, Value>, key: &str, value: Value) {
    let others = std::mem::take(members);
    members.insert(key.to_owned(), value);
    members.extend(others);
}

/// Reverses the order of components of each kind, of paths, and of the methods of each path.
pub fn reverse_order(root: &mut Value) -> bool {
    let objects = |value: &'_ mut Value, keys: &[&str], reverse_inner: bool| {
        for key in keys {
            let Some(object) = value.get_mut(key).and_then(Value::as_object_mut) else { continue };
            if reverse_inner {
                object.values_mut().filter_map(Value::as_object_mut).for_each(reverse);
            }
            reverse(object);
        }
    };
    objects(root, &["definitions", "parameters", "responses", "securityDefinitions"], false);
    objects(root, &["components", "paths"], true);
    true
}

fn reverse(members: &mut Map<String, Value>) {
    *members = std::mem::take(members).into_iter().rev().collect();
}

/// Adds a value to the first of the enums in properties that have the same values as another.
fn add_value(root: &mut Value) -> bool {
    let pointer = if root.get("swagger").is_some() { "/definitions" } else { "/components/schemas" };
    let Some(schemas) = root.pointer_mut(pointer).and_then(Value::as_object_mut) else { return false };
    let mut counts: HashMap<(String, String), usize> = HashMap::new();
    let mut count = |name: &str, values: &mut Vec<Value>| {
        *counts.entry((name.to_owned(), Value::Array(values.clone()).to_string())).or_default() += 1;
        false
    };
    for schema in schemas.values_mut() {
        each_enum(schema, "", &mut count);
    }
    let mut add = |name: &str, values: &mut Vec<Value>| {
        let key = (name.to_owned(), Value::Array(values.clone()).to_string());
        let is_repeated = counts.get(&key).is_some_and(|count| *count > 1);
        if is_repeated {
            values.push("zzadded".into());
        }
        is_repeated
    };
    schemas.values_mut().any(|schema| each_enum(schema, "", &mut add))
}

/// Visits the enums of strings in properties until one visit returns `true`.
fn each_enum(schema: &mut Value, name: &str, see: &mut dyn FnMut(&str, &mut Vec<Value>) -> bool) -> bool {
    let Some(members) = schema.as_object_mut() else { return false };
    // A value that another schema excludes adds nothing.
    let is_alone = !["allOf", "anyOf", "oneOf", "$ref"].iter().any(|keyword| members.contains_key(*keyword));
    if !name.is_empty()
        && is_alone
        && let Some(values) = members.get_mut("enum").and_then(Value::as_array_mut)
        && values.len() > 1
        && values.iter().all(Value::is_string)
        && see(name, values)
    {
        return true;
    }
    let properties = members.get_mut("properties").and_then(Value::as_object_mut);
    properties.into_iter().flatten().any(|(name, schema)| each_enum(schema, name, see))
}

/// Returns `true` if a keyword lists the members of a union.
fn is_union(keyword: &str) -> bool {
    matches!(keyword, "oneOf" | "anyOf")
}

/// Returns `true` if the members of a union can be distinguished without their position: by reference, title or type.
fn have_names(members: &[Value]) -> bool {
    let names = members.iter().map(|member| ["$ref", "title", "type"].map(|key| member.get(key)));
    let names: Vec<Option<&Value>> = names.map(|names| names.into_iter().flatten().next()).collect();
    names.iter().enumerate().all(|(at, name)| !names[..at].contains(name))
}

/// Reverses the order of values, properties, media types and distinct members of unions everywhere.
pub fn reverse_inside(value: &mut Value) {
    match value {
        Value::Object(members) => {
            for (key, inner) in members.iter_mut() {
                match inner {
                    Value::Object(inner) if key == "properties" || key == "content" => reverse(inner),
                    Value::Array(inner) if key == "enum" || (is_union(key) && have_names(inner)) => inner.reverse(),
                    _ => {}
                }
            }
            // Names of values are in an array of their own, in the order of the values.
            let has_names = members.keys().any(|key| key.starts_with("x-enum"));
            if has_names && let Some(Value::Array(values)) = members.get_mut("enum") {
                values.reverse();
            }
            members.values_mut().for_each(reverse_inside);
        }
        Value::Array(elements) => elements.iter_mut().for_each(reverse_inside),
        _ => {}
    }
}
