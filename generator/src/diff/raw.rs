//! Schemas as the document describes them, for locations whose Rust type does not show their structure.
//!
//! ```text
//! {allOf: [{$ref: Name}, {maxLength: 5}]}     type string from Name, and maxLength 5
//! ```

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::Side;
use crate::ir::{Constraints, stated_bounds};
use crate::source::Pointer;

/// The maximum depth of properties, references and intersections that are compared.
pub(super) const DEEPEST: usize = 16;

/// The structure of a schema as the document describes it.
#[derive(Default)]
pub(super) struct Raw {
    /// The JSON types without null.
    pub(super) types: BTreeSet<String>,
    pub(super) is_nullable: bool,
    /// The schemas that declare each property.
    pub(super) properties: BTreeMap<String, Vec<Pointer>>,
    pub(super) required: BTreeSet<String>,
    pub(super) values: Option<BTreeSet<String>>,
    pub(super) items: Vec<Pointer>,
    pub(super) constraints: Constraints,
}

/// The references that are followed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Follow {
    All,
    /// None: the targets are compared elsewhere.
    None,
}

impl Raw {
    /// Returns the structure of values that match all schemas.
    pub(super) fn of(side: &Side<'_>, schemas: &[Pointer], follow: Follow) -> Self {
        let mut raw = Self::default();
        schemas.iter().for_each(|at| raw.add(side, at, follow, DEEPEST));
        raw
    }

    /// Returns the schemas of a property.
    pub(super) fn property(&self, name: &str) -> &[Pointer] {
        self.properties.get(name).map_or(&[], Vec::as_slice)
    }

    /// Adds a schema, the target of its `$ref` and the members of its `allOf`.
    fn add(&mut self, side: &Side<'_>, at: &Pointer, follow: Follow, depth: usize) {
        let Some(schema) = side.document.value(at).and_then(Value::as_object).filter(|_| depth > 0) else { return };
        let text = |key: &str| schema.get(key).and_then(Value::as_str);
        let texts =
            |key: &str| schema.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        let is_set = |key: &str| schema.get(key) == Some(&Value::Bool(true));
        if follow == Follow::All
            && let Some(target) = text("$ref").and_then(|reference| side.document.resolve(at, reference).ok())
        {
            self.add(side, &target, follow, depth - 1);
        }
        self.types
            .extend(text("type").into_iter().chain(texts("type")).filter(|name| *name != "null").map(str::to_owned));
        self.is_nullable |= is_set("nullable") || texts("type").any(|name| name == "null");
        self.required.extend(texts("required").map(str::to_owned));
        if let Some(values) = schema.get("enum").and_then(Value::as_array) {
            self.values = Some(values.iter().map(Value::to_string).collect());
        }
        if schema.contains_key("items") {
            self.items.push(at.join("items"));
        }
        for name in schema.get("properties").and_then(Value::as_object).into_iter().flat_map(|it| it.keys()) {
            self.properties.entry(name.clone()).or_default().push(at.join("properties").join(name));
        }
        let limit = |key: &str| schema.get(key).and_then(number);
        self.constraints.narrow(&Constraints {
            bounds: stated_bounds(limit, is_set),
            pattern: text("pattern").map(str::to_owned),
            format: text("format").map(str::to_owned),
            default: schema.get("default").filter(|value| !value.is_null()).cloned(),
            ..Constraints::default()
        });
        let members = schema.get("allOf").and_then(Value::as_array).map_or(0, Vec::len);
        (0..members).for_each(|index| self.add(side, &at.join("allOf").index(index), follow, depth - 1));
    }
}

/// Returns the text of a number, quoted or not.
fn number(value: &Value) -> Option<String> {
    match value {
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => text.parse::<f64>().is_ok().then(|| text.clone()),
        _ => None,
    }
}
