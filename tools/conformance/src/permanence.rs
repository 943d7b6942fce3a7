//! Changes a document where nothing else depends on it, and requires that no other name changes, without locked names.
//!
//! ```text
//! a schema and an operation at the front       diff(old, new): this schema and this operation, and nothing else
//! schemas and paths in reverse order           diff(old, new): nothing
//! a value more in one of two equal enums       diff(old, new): this value, and nothing else
//! values, properties and members in reverse    the same names of types, fields and variants
//! ```

use std::collections::{BTreeMap, BTreeSet, HashMap};

use apiarist::diff::compare;
use apiarist::ir::TypeKind;
use apiarist::names::TypeMembers;
use apiarist::source::Document;
use apiarist::{Client, Diagnostics, Settings};
use serde_json::{Map, Value, json};

/// A part of the names that only the added parts of a document have.
const MARK: &str = "zzadded";

/// The number of unexpected changes that a report lists for each edit.
const LISTED: usize = 3;

/// The keywords whose arrays list the members of a union.
const UNIONS: [&str; 2] = ["oneOf", "anyOf"];

/// A change of a document.
type Edit = fn(&mut Value);

/// Returns the names that moved when a document was edited elsewhere: none, or the first of each edit.
pub fn moved_names(document: &Document) -> Vec<String> {
    let Some(old) = Planned::new(document.root()) else { return Vec::new() };
    let mut found = Vec::new();
    let edits: [(&str, Edit); 3] =
        [("additions at the front", add_at_front), ("order", reverse_order), ("value of one enum", add_value)];
    for (edit, change) in edits {
        let mut root = document.root().clone();
        change(&mut root);
        let changes = match Planned::new(&root) {
            Some(new) => old.unexpected_changes(&new),
            None => vec!["the edited document has no client".to_owned()],
        };
        found.extend(listed(edit, changes));
    }
    let mut root = document.root().clone();
    reverse_inside(&mut root);
    if let Some(new) = Planned::new(&root) {
        found.extend(listed("order inside schemas", old.other_names(&new)));
    }
    found
}

fn listed(edit: &str, changes: Vec<String>) -> Vec<String> {
    let count = changes.len();
    let more = count.saturating_sub(LISTED);
    let first = changes.into_iter().take(LISTED).map(|change| format!("{edit}: {change}"));
    first.chain((more > 0).then(|| format!("{edit}: {more} more"))).collect()
}

/// A document and its client.
struct Planned {
    document: Document,
    client: Client,
}

impl Planned {
    fn new(root: &Value) -> Option<Self> {
        let document = Document::parse("document.json", root.to_string()).ok()?;
        let client = Client::plan(&document, &Settings::default(), &mut Diagnostics::new())?;
        Some(Self { document, client })
    }

    /// Returns the changes that do not concern the added parts.
    fn unexpected_changes(&self, new: &Self) -> Vec<String> {
        let report = compare(&self.client.side(&self.document), &new.client.side(&new.document));
        let texts = report.open().map(|change| {
            let effects: Vec<String> = change.effects.iter().map(|effect| effect.text.clone()).collect();
            format!("{} {} {}", change.subject, change.message, effects.join(", "))
        });
        let is_unexpected = |text: &String| !text.to_lowercase().replace('_', "").contains(MARK);
        texts.filter(is_unexpected).collect()
    }

    /// Returns the names that only one of two clients has. Variants of unions are left out: members without a name are
    /// called after their position.
    fn other_names(&self, new: &Self) -> Vec<String> {
        let (old, new) = (self.names(), new.names());
        let mut found = Vec::new();
        for (name, members) in &old {
            match new.get(name) {
                None => found.push(format!("`{name}` is missing")),
                Some(now) if now != members => {
                    let missing: Vec<&String> = members.difference(now).take(LISTED).collect();
                    found.push(format!("{missing:?} of `{name}` are missing"));
                }
                Some(_) => {}
            }
        }
        found
    }

    fn names(&self) -> BTreeMap<String, BTreeSet<String>> {
        let (api, names) = (self.client.api(), self.client.names());
        let of_type = |id| {
            let type_ = names.type_(id);
            let members = match &type_.members {
                TypeMembers::Struct(members) => members.fields.iter().cloned().collect(),
                TypeMembers::Variants(variants) if !matches!(api.definition(id).kind, TypeKind::Union(_)) => {
                    variants.iter().cloned().collect()
                }
                TypeMembers::Variants(_) | TypeMembers::None => BTreeSet::new(),
            };
            (type_.name.clone(), members)
        };
        api.type_ids().map(of_type).collect()
    }
}

/// Adds a schema and an operation before all others.
fn add_at_front(root: &mut Value) {
    let is_old = root.get("swagger").is_some();
    let schema = json!({"type": "object", "properties": {"zzadded": {"type": "string", "enum": ["zzadded"]}}});
    let reference = if is_old { "#/definitions/ZzAdded" } else { "#/components/schemas/ZzAdded" };
    let reference = json!({"$ref": reference});
    let response = match is_old {
        true => json!({"description": "Added.", "schema": reference}),
        false => json!({"description": "Added.", "content": {"application/json": {"schema": reference}}}),
    };
    let operation = json!({"operationId": "zzAdded", "tags": ["ZzAdded"], "responses": {"200": response}});
    if let Some(schemas) = schemas_of(root) {
        insert_first(schemas, "ZzAdded", schema);
    } else if let Some(root) = root.as_object_mut() {
        let components = root.entry("components").or_insert_with(|| json!({}));
        if let Some(components) = components.as_object_mut() {
            components.insert("schemas".to_owned(), json!({"ZzAdded": schema}));
        }
    }
    if let Some(paths) = root.get_mut("paths").and_then(Value::as_object_mut) {
        insert_first(paths, "/zzadded", json!({"get": operation}));
    }
}

fn schemas_of(root: &mut Value) -> Option<&mut Map<String, Value>> {
    let pointer = if root.get("swagger").is_some() { "/definitions" } else { "/components/schemas" };
    root.pointer_mut(pointer)?.as_object_mut()
}

fn insert_first(members: &mut Map<String, Value>, key: &str, value: Value) {
    let others = std::mem::take(members);
    members.insert(key.to_owned(), value);
    members.extend(others);
}

/// Reverses the order of schemas and paths.
fn reverse_order(root: &mut Value) {
    schemas_of(root).into_iter().for_each(reverse);
    root.get_mut("paths").and_then(Value::as_object_mut).into_iter().for_each(reverse);
}

fn reverse(members: &mut Map<String, Value>) {
    *members = std::mem::take(members).into_iter().rev().collect();
}

/// Adds a value to the first of the enums in properties that have the same values as another.
fn add_value(root: &mut Value) {
    let Some(schemas) = schemas_of(root) else { return };
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
    let _ = schemas.values_mut().any(|schema| each_enum(schema, "", &mut add));
}

/// Visits the enums of strings in properties until one visit returns `true`.
fn each_enum(schema: &mut Value, name: &str, see: &mut dyn FnMut(&str, &mut Vec<Value>) -> bool) -> bool {
    let Some(members) = schema.as_object_mut() else { return false };
    if !name.is_empty()
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

/// Reverses the order of values, properties, members of unions and media types everywhere.
fn reverse_inside(value: &mut Value) {
    match value {
        Value::Object(members) => {
            for (key, inner) in members.iter_mut() {
                match inner {
                    Value::Object(inner) if key == "properties" || key == "content" => reverse(inner),
                    Value::Array(inner) if key == "enum" || UNIONS.contains(&key.as_str()) => inner.reverse(),
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
