//! Constraints on values that no Rust type enforces, as data.
//!
//! ```yaml
//! {allOf: [{$ref: Name}, {maxLength: 9}, {maxLength: 5}]}       # maxLength 5, and the constraints of Name
//! {anyOf: [{maxLength: 5}, {pattern: ^x}]}                      # two alternatives
//! {anyOf: [{maxLength: 5}, {}]}                                 # none: the second alternative accepts any value
//! {not: {description: Odd, type: integer}}                      # the condition "Does not match `{"type":"integer"}`."
//! ```

use serde_json::{Map, Value};

use crate::code_span::code_span;
use crate::hash::IndexSet;
use crate::ir::{Constraints, stated_bounds};
use crate::model::{AdditionalProperties, Schema, Types};

/// Keywords that accept any value and so never constrain one.
const ANNOTATIONS: [&str; 8] =
    ["title", "description", "example", "examples", "deprecated", "default", "$comment", "externalDocs"];

/// Returns the constraints of a schema and of the schemas that it combines.
pub(super) fn of_schema(schema: &Schema<'_>) -> Option<Box<Constraints>> {
    let own = all(schema);
    (own != Constraints::default()).then(|| Box::new(own))
}

/// Returns the constraints of a property that several schemas declare; of defaults, the last one applies.
pub(super) fn of_declarations(declarations: &[&Schema<'_>]) -> Option<Box<Constraints>> {
    let mut found = Constraints::default();
    declarations.iter().rev().for_each(|schema| found.narrow(&all(schema)));
    (found != Constraints::default()).then(|| Box::new(found))
}

fn all(schema: &Schema<'_>) -> Constraints {
    let mut own = stated(schema);
    own.references.extend(schema.reference.iter().filter_map(|reference| reference.target.as_ref().ok()).cloned());
    schema.all_of.iter().for_each(|member| own.narrow(&all(member)));
    let members: Vec<&Schema<'_>> =
        schema.any_of.iter().chain(&schema.one_of).filter(|member| member.types != Types::NULL).collect();
    match members.as_slice() {
        [] => {}
        // The type does not require the properties that the only member of a union requires.
        [only] if only.required.is_empty() => own.narrow(&all(only)),
        several => {
            if let Some(alternatives) = alternatives(several) {
                own.alternatives = alternatives;
            }
        }
    }
    own
}

/// Returns the constraints of each member of a union, or `None` if a member has a structure, which a type describes.
fn alternatives(members: &[&Schema<'_>]) -> Option<Vec<Constraints>> {
    let alternative = |member: &&Schema<'_>| {
        let has_structure = !member.properties.is_empty()
            || member.additional_properties.is_some()
            || member.items.is_some()
            || !member.prefix_items.is_empty()
            || !member.any_of.is_empty()
            || !member.one_of.is_empty();
        let mut own = (!has_structure).then(|| all(member))?;
        own.conditions.extend(member.required.iter().map(|name| format!("{} is required.", code_span(name))));
        own.default = None;
        Some(own)
    };
    let mut found = members.iter().map(alternative).collect::<Option<Vec<_>>>()?;
    // An alternative without constraints accepts any value, whatever the others require.
    if found.contains(&Constraints::default()) {
        found.clear();
    }
    Some(found)
}

fn stated(schema: &Schema<'_>) -> Constraints {
    let is_set = |key: &str| schema.keyword(key).and_then(Value::as_bool).unwrap_or(false);
    let text = |key: &str| schema.keyword(key).and_then(Value::as_str).map(str::to_owned);
    let values = match &schema.additional_properties {
        Some(AdditionalProperties::Schema(values)) => Some(values),
        _ => None,
    };
    Constraints {
        bounds: if schema.may_have_limits() { stated_bounds(|key| schema.limit(key), is_set) } else { Vec::new() },
        pattern: text("pattern"),
        format: schema.format.map(str::to_owned).or_else(|| text("contentEncoding")),
        default: schema.default_value().filter(|value| !value.is_null()).cloned(),
        conditions: conditions(schema),
        elements: schema.items.as_ref().or(values).and_then(|schema| of_schema(schema)),
        sunset: text("x-sunset"),
        alternatives: listed_values(schema),
        references: Vec::new(),
    }
}

/// Returns the values of an enum that no Rust type lists, each as an alternative: booleans and numbers with a fraction.
fn listed_values(schema: &Schema<'_>) -> Vec<Constraints> {
    let values = schema.enumeration.into_iter().flatten().chain(schema.constant).filter(|value| !value.is_null());
    let values: Vec<&Value> = values.collect();
    let is_listed = values.iter().all(|value| value.is_string() || value.is_i64() || value.is_u64());
    let has_both = [true, false].iter().all(|value| values.iter().any(|listed| listed.as_bool() == Some(*value)));
    if is_listed || has_both {
        return Vec::new();
    }
    let value = |value: &&Value| Constraints {
        conditions: IndexSet::from_iter([format!("Is {}.", code_span(&value.to_string()))]),
        ..Constraints::default()
    };
    values.iter().map(value).collect()
}

/// Returns a sentence for each condition that is neither a bound nor a pattern.
fn conditions(schema: &Schema<'_>) -> IndexSet<String> {
    let mut found = IndexSet::default();
    let span = |value: &Value| code_span(&canonical(value).to_string());
    if schema.keyword("uniqueItems") == Some(&Value::Bool(true)) {
        found.insert("Items are unique.".to_owned());
    }
    if let Some(contained) = schema.keyword("contains") {
        found.insert(format!("Some items match {}.", span(contained)));
    }
    if let Some(excluded) = schema.keyword("not") {
        found.insert(format!("Does not match {}.", span(excluded)));
    }
    if let Some(names) = schema.keyword("propertyNames") {
        found.insert(format!("Property names match {}.", span(names)));
    }
    let mut patterns: Vec<String> = schema.pattern_properties.iter().map(|(pattern, _)| code_span(pattern)).collect();
    patterns.sort();
    if !patterns.is_empty() {
        found.insert(format!("Other property names match {}.", patterns.join(" or ")));
    }
    for (name, needed) in schema.keyword("dependentRequired").and_then(Value::as_object).into_iter().flatten() {
        let needed = needed.as_array().into_iter().flatten().filter_map(Value::as_str);
        found.extend(needed.map(|needed| format!("{} requires {}.", code_span(name), code_span(needed))));
    }
    for (name, dependent) in schema.keyword("dependentSchemas").and_then(Value::as_object).into_iter().flatten() {
        found.insert(format!("With {}, matches {}.", code_span(name), span(dependent)));
    }
    if let Some(condition) = schema.keyword("if") {
        let branch = |key: &str, word: &str| {
            schema.keyword(key).map(|value| format!(", {word} {}", span(value))).unwrap_or_default()
        };
        let (then, otherwise) = (branch("then", "then"), branch("else", "else"));
        if !(then.is_empty() && otherwise.is_empty()) {
            found.insert(format!("If a value matches {}{then}{otherwise}.", span(condition)));
        }
    }
    if !schema.is_tuple
        && !schema.prefix_items.is_empty()
        && !schema.prefix_items.iter().any(|item| item.reference.is_some())
    {
        let items = schema.prefix_items.iter().map(|item| code_span(&type_names(item)));
        found.insert(format!("The first items are of the types {}.", items.collect::<Vec<_>>().join(", ")));
    }
    found
}

/// Returns the types of a schema as the document spells them.
fn type_names(schema: &Schema<'_>) -> String {
    match schema.keyword("type") {
        Some(Value::String(name)) => name.clone(),
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" or "),
        _ => "any".to_owned(),
    }
}

/// Returns a schema without annotations and with its keywords in order, so that equal schemas have equal text.
fn canonical(schema: &Value) -> Value {
    let Value::Object(keywords) = schema else { return schema.clone() };
    let is_kept = |(key, value): &(&String, &Value)| {
        !ANNOTATIONS.contains(&key.as_str()) && !key.starts_with("x-") && !holds_by_default(key, value)
    };
    let mut kept: Vec<(&str, Value)> = keywords
        .iter()
        .filter(is_kept)
        .map(|(key, value)| match (key.as_str(), only(value)) {
            // An enum of one value is a constant.
            ("enum", Some(value)) => ("const", value.clone()),
            ("const", _) => ("const", value.clone()),
            (key, _) => (key, canonical_keyword(key, value)),
        })
        .collect();
    kept.sort_by_key(|(key, _)| *key);
    match kept.as_slice() {
        // An `allOf` of one schema is that schema.
        [("allOf", members)] if only(members).is_some() => only(members).cloned().unwrap_or_default(),
        _ => kept.into_iter().map(|(key, value)| (key.to_owned(), value)).collect::<Map<_, _>>().into(),
    }
}

/// Returns `true` if a keyword with this value means the same as none.
fn holds_by_default(key: &str, value: &Value) -> bool {
    match key {
        "minItems" | "minLength" | "minProperties" => value.as_u64() == Some(0),
        "nullable" | "readOnly" | "writeOnly" | "uniqueItems" | "exclusiveMinimum" | "exclusiveMaximum" => {
            *value == Value::Bool(false)
        }
        "additionalProperties" => *value == Value::Bool(true),
        _ => false,
    }
}

/// Returns the element of an array of one.
fn only(value: &Value) -> Option<&Value> {
    match value.as_array()?.as_slice() {
        [only] => Some(only),
        _ => None,
    }
}

fn canonical_keyword(key: &str, value: &Value) -> Value {
    match (key, value) {
        // The keys of these objects are names, not keywords.
        ("properties" | "patternProperties" | "dependentSchemas", Value::Object(members)) => {
            let mut members: Vec<(&String, Value)> =
                members.iter().map(|(name, member)| (name, canonical(member))).collect();
            members.sort_by_key(|(name, _)| *name);
            members.into_iter().map(|(name, member)| (name.clone(), member)).collect::<Map<_, _>>().into()
        }
        ("required" | "type" | "enum", Value::Array(values)) => {
            let mut values = values.clone();
            values.sort_by_key(Value::to_string);
            Value::Array(values)
        }
        (_, Value::Array(schemas)) => schemas.iter().map(canonical).collect(),
        (_, value) => canonical(value),
    }
}
