//! Mutates the tree of a document at random.

use fastrand::Rng;
use serde_json::{Map, Value, json};

use crate::fragments::{HOSTILE, KEYS, MARKDOWN};
use crate::input::pick;

/// The maximum number of nodes that are considered.
const MOST_NODES: usize = 20_000;

/// The maximum size of a copied piece in bytes.
const LARGEST_PIECE: usize = 100_000;

/// A path from the root: keys and indices.
type Path = Vec<String>;

/// The values that a change may insert.
struct Material {
    text: String,
    key: String,
    value: Value,
    /// A piece of the same document or of another one.
    piece: Value,
    /// A reference to a node of the document.
    reference: Value,
}

/// Changes one node of a document. Inserted pieces may originate from `other`.
pub fn change(document: &mut Value, other: &Value, random: &mut Rng) {
    let places = places(document);
    let place = |random: &mut Rng| places.get(random.usize(..places.len())).cloned().unwrap_or_default();
    let (target, source) = (place(random), place(random));
    let piece = if random.bool() { piece_of(other, random) } else { node(document, &source).cloned() };
    let material = Material {
        text: text(random),
        key: pick(KEYS, random).to_owned(),
        value: value(random),
        piece: piece.filter(|piece| piece.to_string().len() < LARGEST_PIECE).unwrap_or_default(),
        reference: json!({"$ref": pointer(&schema(&places, random).unwrap_or(source))}),
    };
    if let Some(node) = node_mut(document, &target) {
        change_node(node, material, random);
    }
}

fn change_node(node: &mut Value, material: Material, random: &mut Rng) {
    let Material { text, key, value, piece, reference } = material;
    match (random.u8(..16), node) {
        (0 | 1, node) => *node = value,
        (2, node) => *node = piece,
        (3, Value::Object(members)) => drop(take(members, random)),
        (3, Value::Array(elements)) if !elements.is_empty() => drop(elements.remove(random.usize(..elements.len()))),
        (4, Value::Object(members)) => repeat_member(members, random),
        (4, Value::Array(elements)) => elements.extend(random.choice(elements.clone())),
        (5 | 6, Value::Object(members)) => {
            if let Some((_, member)) = take(members, random) {
                members.insert(text, member);
            }
        }
        (5..=9, Value::String(string)) => *string = text,
        (7, Value::Object(members)) => drop(members.insert("$ref".to_owned(), reference["$ref"].clone())),
        (8, Value::Object(members)) => drop(members.insert(key, value)),
        (9, Value::Object(members)) => drop(members.insert(key, piece)),
        (10, node) => *node = wrapped(node.take(), reference, random),
        (11, Value::Object(members)) => add_enum(members, value, random),
        (12, Value::Object(members)) => add_properties(members, text, key, reference, random),
        (13, Value::Object(members)) => {
            let mapping = json!({"a": reference["$ref"].clone(), (text.clone()): pick(HOSTILE, random)});
            members.insert("discriminator".to_owned(), json!({"propertyName": text, "mapping": mapping}));
        }
        (_, Value::Object(members)) => add_texts(members, random),
        (_, node) => *node = value,
    }
}

/// Removes a property.
fn take(members: &mut Map<String, Value>, random: &mut Rng) -> Option<(String, Value)> {
    let key = random.choice(members.keys().cloned().collect::<Vec<_>>())?;
    members.shift_remove_entry(&key)
}

/// Inserts a property again under a key similar to its own.
fn repeat_member(members: &mut Map<String, Value>, random: &mut Rng) {
    let Some((key, member)) = random.choice(members.clone().into_iter().collect::<Vec<_>>()) else { return };
    let key = match random.u8(..5) {
        0 => key.to_uppercase(),
        1 => format!("{key}_"),
        2 => format!("{key} "),
        3 => format!("-{key}"),
        _ => key.replace('_', "-"),
    };
    members.insert(key, member);
}

/// Wraps a schema in another one.
fn wrapped(inner: Value, reference: Value, random: &mut Rng) -> Value {
    match random.u8(..9) {
        0 => json!({"allOf": [inner, reference]}),
        1 => json!({"oneOf": [inner, reference]}),
        2 => json!({"anyOf": [inner, {"type": "null"}, reference]}),
        3 => json!({"type": "array", "items": inner}),
        4 => json!({"not": inner}),
        5 => json!({"type": "object", "additionalProperties": inner}),
        6 => json!({"allOf": [inner]}),
        7 => json!({"oneOf": [inner, inner, {"const": "a"}]}),
        _ => json!([inner]),
    }
}

fn add_enum(members: &mut Map<String, Value>, value: Value, random: &mut Rng) {
    let texts = [pick(HOSTILE, random), pick(HOSTILE, random), pick(HOSTILE, random)];
    members.insert("enum".to_owned(), json!([texts[0], texts[1], texts[2], value]));
    if random.bool() {
        members.insert("type".to_owned(), json!("string"));
    }
}

fn add_properties(members: &mut Map<String, Value>, text: String, key: String, reference: Value, random: &mut Rng) {
    members.insert("required".to_owned(), json!([text, pick(HOSTILE, random), key]));
    let properties = json!({
        (pick(HOSTILE, random)): {"type": "string", "description": markdown(random)},
        (pick(HOSTILE, random)): reference,
        (pick(HOSTILE, random)): {},
    });
    members.insert("properties".to_owned(), properties);
}

/// Writes Markdown to properties that hold text, and sometimes to others.
fn add_texts(members: &mut Map<String, Value>, random: &mut Rng) {
    for key in ["description", "title", "summary", "pattern", "default"] {
        if members.contains_key(key) || random.u8(..100) < 30 {
            members.insert(key.to_owned(), markdown(random).into());
        }
    }
}

fn text(random: &mut Rng) -> String {
    if random.u8(..100) < 20 { markdown(random) } else { pick(HOSTILE, random).to_owned() }
}

fn markdown(random: &mut Rng) -> String {
    (0..random.usize(1..=24)).map(|_| pick(MARKDOWN, random)).collect()
}

/// Returns a value that is invalid in most positions.
fn value(random: &mut Rng) -> Value {
    match random.u8(..16) {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(0),
        3 => json!(-1),
        4 => json!(u64::MAX),
        5 => json!(1.5e300),
        6 => json!([]),
        7 => json!({}),
        8 => json!([[]]),
        9 => json!({"": {}}),
        10 => json!([null, 1, "a"]),
        11 => json!({"type": "object", "properties": {"a": {"type": "string"}}}),
        12 => json!(i64::MIN),
        13 => json!({"type": ["string", "null", "integer"]}),
        _ => json!(pick(HOSTILE, random)),
    }
}

/// Returns the paths of a document's nodes.
fn places(document: &Value) -> Vec<Path> {
    fn collect(value: &Value, at: &mut Path, found: &mut Vec<Path>) {
        if found.len() >= MOST_NODES {
            return;
        }
        found.push(at.clone());
        let children: Vec<(String, &Value)> = match value {
            Value::Object(members) => members.iter().map(|(key, value)| (key.clone(), value)).collect(),
            Value::Array(elements) => elements.iter().enumerate().map(|(at, value)| (at.to_string(), value)).collect(),
            _ => Vec::new(),
        };
        for (step, child) in children {
            at.push(step);
            collect(child, at, found);
            at.pop();
        }
    }
    let mut found = Vec::new();
    collect(document, &mut Vec::new(), &mut found);
    found
}

fn piece_of(document: &Value, random: &mut Rng) -> Option<Value> {
    let place = random.choice(places(document))?;
    node(document, &place).cloned()
}

/// Returns the path of a named schema in most cases.
fn schema(places: &[Path], random: &mut Rng) -> Option<Path> {
    let is_schema =
        |place: &&Path| matches!(place.as_slice(), [.., parent, _] if parent == "schemas" || parent == "definitions");
    let schema = random.choice(places.iter().filter(is_schema).collect::<Vec<_>>());
    schema.cloned().filter(|_| random.u8(..100) < 60)
}

fn node<'v>(document: &'v Value, place: &[String]) -> Option<&'v Value> {
    place.iter().try_fold(document, |value, step| match value {
        Value::Object(members) => members.get(step),
        Value::Array(elements) => elements.get(step.parse::<usize>().ok()?),
        _ => None,
    })
}

fn node_mut<'v>(document: &'v mut Value, place: &[String]) -> Option<&'v mut Value> {
    place.iter().try_fold(document, |value, step| match value {
        Value::Object(members) => members.get_mut(step),
        Value::Array(elements) => elements.get_mut(step.parse::<usize>().ok()?),
        _ => None,
    })
}

fn pointer(place: &[String]) -> String {
    let steps = place.iter().map(|step| format!("/{}", step.replace('~', "~0").replace('/', "~1")));
    format!("#{}", steps.collect::<String>())
}
