//! Round-trips the examples of a document through the generated types.

use std::{collections::BTreeMap, fmt};

use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use crate::wire::{decode, encode};

/// The examples of a document that have not been checked yet.
///
/// Examples of bodies are named after the operation: `createConversation request`, `createConversation 200`, with the
/// suffix `/name` if there are several. Examples of schemas are named after the schema, with the suffix `/0` in an
/// array.
#[derive(Clone, Debug)]
pub struct Examples {
    left: BTreeMap<String, Value>,
}

impl Examples {
    /// Collects the examples of a document's bodies and named schemas.
    pub fn of(document: &Value) -> Self {
        let mut examples = Examples { left: BTreeMap::new() };
        for operation in operations(document) {
            let name = operation["operationId"].as_str().unwrap_or_default();
            examples.collect_bodies(&format!("{name} request"), &operation["requestBody"]);
            for (status, response) in members(&operation["responses"]) {
                examples.collect_bodies(&format!("{name} {status}"), response);
            }
        }
        for (name, response) in members(&document["components"]["responses"]) {
            examples.collect_bodies(name, response);
        }
        for (name, schema) in members(&document["components"]["schemas"]) {
            examples.collect(name, schema, |example| Some(example));
        }
        examples
    }

    fn collect_bodies(&mut self, name: &str, holder: &Value) {
        for (_, media_type) in members(&holder["content"]) {
            self.collect(name, media_type, |example| example.get("value"));
        }
    }

    fn collect(&mut self, name: &str, holder: &Value, value_of: impl Fn(&Value) -> Option<&Value>) {
        if let Some(example) = holder.get("example") {
            self.left.insert(name.to_owned(), example.clone());
        }
        for (key, example) in members(&holder["examples"]) {
            self.left.extend(value_of(example).map(|value| (format!("{name}/{key}"), value.clone())));
        }
        for (place, example) in holder["examples"].as_array().into_iter().flatten().enumerate() {
            self.left.insert(format!("{name}/{place}"), example.clone());
        }
    }

    /// Returns the names of the remaining examples.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.left.keys().map(String::as_str)
    }

    /// Returns `true` if an example of this name remains.
    pub fn has(&self, name: &str) -> bool {
        self.left.contains_key(name)
    }

    /// Removes the example of this name and returns it unchanged.
    ///
    /// # Panics
    /// Panics if the document has no such example, or it was removed before.
    pub fn take(&mut self, name: &str) -> Value {
        self.left.remove(name).unwrap_or_else(|| panic!("`{name}` is none of {:?}", self.left.keys()))
    }

    /// Decodes the example of this name and returns the value.
    ///
    /// # Panics
    /// Panics if it cannot be decoded, or the encoded value differs from the example.
    pub fn decode<T: Serialize + DeserializeOwned + PartialEq + fmt::Debug>(&mut self, name: &str) -> T {
        let example = self.take(name);
        let value: T = decode(example.clone());
        assert_same(&encode(&value), &example);
        value
    }

    /// Like [`decode`](Examples::decode), for types that only responses contain, where null need not differ from
    /// absence.
    ///
    /// # Panics
    /// Like [`decode`](Examples::decode).
    pub fn decode_response<T: Serialize + DeserializeOwned + PartialEq + fmt::Debug>(&mut self, name: &str) -> T {
        let example = self.take(name);
        let value: T = decode(example.clone());
        assert_same(&without_nulls(&encode(&value)), &without_nulls(&example));
        value
    }

    /// Checks that every example was used.
    ///
    /// # Panics
    /// Panics if an example remains.
    pub fn finish(self) {
        assert!(self.left.is_empty(), "nothing was done with {:?}", self.left.keys());
    }
}

/// Returns every operation of a document, in the order of `paths`.
pub fn operations(document: &Value) -> impl Iterator<Item = &Value> {
    members(&document["paths"])
        .flat_map(|(_, path)| members(path))
        .map(|(_, operation)| operation)
        .filter(|operation| operation.get("responses").is_some())
}

fn members(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

/// Compares two JSON values. `1` and `1.0` are equal, and the order of properties does not matter.
///
/// # Panics
/// Panics if they differ.
pub fn assert_same(left: &Value, right: &Value) {
    assert!(is_same(left, right), "\n  {left}\nis not\n  {right}");
}

fn is_same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => left == right || left.as_f64() == right.as_f64(),
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| is_same(left, right))
        }
        (Value::Object(left), Value::Object(right)) => {
            left.len() == right.len()
                && left.iter().all(|(name, member)| right.get(name).is_some_and(|other| is_same(member, other)))
        }
        (left, right) => left == right,
    }
}

fn without_nulls(value: &Value) -> Value {
    match value {
        Value::Array(elements) => elements.iter().map(without_nulls).collect(),
        Value::Object(object) => object
            .iter()
            .filter(|(_, member)| !member.is_null())
            .map(|(name, member)| (name.clone(), without_nulls(member)))
            .collect(),
        scalar => scalar.clone(),
    }
}
