//! Schemas as the document describes them, for locations whose Rust type does not show their structure.
//!
//! ```text
//! {allOf: [{$ref: Name}, {maxLength: 5}]}     type string from Name, and maxLength 5
//! ```

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::Side;
use crate::code_span::code_span;
use crate::hash::IndexSet;
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
    pub(super) additional: Vec<Pointer>,
    /// The members of `oneOf` and `anyOf`.
    pub(super) members: Vec<Pointer>,
    pub(super) read_only: bool,
    pub(super) write_only: bool,
    pub(super) deprecated: bool,
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

    /// Describes the types, values and properties on a line that does not depend on their order or spelling.
    pub(super) fn described(&self) -> String {
        let types = self.types.iter().map(|name| code_span(name));
        let values = self.values.iter().flatten().map(|value| code_span(value));
        let properties = self.properties.keys().map(|name| match self.required.contains(name) {
            true => format!("{} (required)", code_span(name)),
            false => code_span(name),
        });
        let bounds = self.constraints.bounds.iter().map(|(bound, value)| format!("`{}: {value}`", bound.keyword()));
        let texts =
            [&self.constraints.format, &self.constraints.pattern].into_iter().flatten().map(|text| code_span(text));
        let parts = types.chain(values).chain(properties).chain(bounds).chain(texts).collect::<Vec<_>>();
        if parts.is_empty() { "any value".to_owned() } else { parts.join(" ") }
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
        let values = schema.get("enum").and_then(Value::as_array).map(Vec::as_slice);
        if let Some(values) = values.or_else(|| schema.get("const").map(std::slice::from_ref)) {
            self.values = Some(values.iter().map(Value::to_string).collect());
        }
        let inner = |key: &str| schema.get(key).filter(|value| value.is_object()).map(|_| at.join(key));
        self.items.extend(inner("items"));
        self.additional.extend(inner("additionalProperties"));
        for key in ["oneOf", "anyOf"] {
            self.add_union(side, &at.join(key), follow, depth);
        }
        self.read_only |= is_set("readOnly");
        self.write_only |= is_set("writeOnly");
        self.deprecated |= is_set("deprecated");
        for name in schema.get("properties").and_then(Value::as_object).into_iter().flat_map(|it| it.keys()) {
            self.properties.entry(name.clone()).or_default().push(at.join("properties").join(name));
        }
        let limit = |key: &str| schema.get(key).and_then(number);
        self.constraints.narrow(&Constraints {
            bounds: stated_bounds(limit, is_set),
            pattern: text("pattern").map(str::to_owned),
            format: text("format").map(str::to_owned),
            conditions: conditions(schema),
            default: schema.get("default").filter(|value| !value.is_null()).cloned(),
            ..Constraints::default()
        });
        let members = schema.get("allOf").and_then(Value::as_array).map_or(0, Vec::len);
        (0..members).for_each(|index| self.add(side, &at.join("allOf").index(index), follow, depth - 1));
    }

    /// Adds the members of a union. A union of one schema and null is that schema.
    fn add_union(&mut self, side: &Side<'_>, at: &Pointer, follow: Follow, depth: usize) {
        let Some(members) = side.document.value(at).and_then(Value::as_array) else { return };
        let is_null = |member: &Value| member.get("type") == Some(&"null".into());
        self.is_nullable |= members.iter().any(is_null);
        let others = members.iter().enumerate().filter(|(_, member)| !is_null(member));
        let others: Vec<Pointer> = others.map(|(index, _)| at.index(index)).collect();
        match others.as_slice() {
            [only] => self.add(side, only, follow, depth - 1),
            _ => self.members.extend(others),
        }
    }
}

/// Returns a sentence for each condition that is compared as text.
fn conditions(schema: &Map<String, Value>) -> IndexSet<String> {
    let unique = schema.get("uniqueItems").filter(|value| **value == Value::Bool(true));
    let unique = unique.map(|_| "Items are unique.".to_owned());
    let excluded = schema.get("not").map(|excluded| format!("Does not match {}.", code_span(&excluded.to_string())));
    unique.into_iter().chain(excluded).collect()
}

/// Returns the text of a number, quoted or not.
fn number(value: &Value) -> Option<String> {
    match value {
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => text.parse::<f64>().is_ok().then(|| text.clone()),
        _ => None,
    }
}
