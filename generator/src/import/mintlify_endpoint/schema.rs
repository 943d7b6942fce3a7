//! The schemas of an endpoint: arrays of alternatives that the renderer has rewritten.

use serde_json::{Map, Value, json};

use super::Endpoint;
use crate::diagnostics::Code;
use crate::import::union::{keyword, union};
use crate::source::Pointer;

/// The keywords of the renderer that do not constrain values.
const NO_KEYWORDS: [&str; 6] = ["refIdentifier", "requiredProperties", "isOneOf", "isAnyOf", "isAllOf", "xMint"];

/// The prefix of a reference to a schema.
const SCHEMAS: &str = "#/components/schemas/";

/// Returns `true` if one of the alternatives is marked as required.
pub(super) fn is_required(members: &Value) -> bool {
    let members = members.as_array().into_iter().flatten();
    members.into_iter().any(|member| member.get("required") == Some(&Value::Bool(true)))
}

/// Returns the version of OpenAPI of the unmodified parts of the schemas.
pub(super) fn version(root: &Value) -> &'static str {
    // Webhooks are also new in 3.1.
    let is_webhook = root.get("paths").and_then(|endpoint| endpoint.get("type")) == Some(&json!("webhook"));
    let is_new = is_webhook || ["paths", "components"].iter().any(|key| root.get(*key).is_some_and(is_of_3_1));
    if is_new { "3.1.0" } else { "3.0.3" }
}

fn is_of_3_1(value: &Value) -> bool {
    match value {
        Value::Object(members) => members.iter().any(|(key, member)| match key.as_str() {
            "type" if member.is_array() => true,
            "anyOf" | "oneOf" if has_null(member) => true,
            "exclusiveMinimum" | "exclusiveMaximum" => member.is_number(),
            "prefixItems" | "$defs" => true,
            "const" => !member.is_object(),
            "example" | "examples" | "default" | "enum" => false,
            _ => is_of_3_1(member),
        }),
        Value::Array(elements) => elements.iter().any(is_of_3_1),
        _ => false,
    }
}

fn has_null(members: &Value) -> bool {
    members.as_array().into_iter().flatten().any(|member| member.get("type") == Some(&json!("null")))
}

impl Endpoint<'_> {
    /// Returns the schema of an array of alternatives.
    pub(super) fn schema(&mut self, members: &Value, at: &Pointer) -> Value {
        let members: Vec<(usize, &Map<String, Value>)> = match members {
            Value::Array(members) => members.iter().filter_map(Value::as_object).enumerate().collect(),
            Value::Object(member) => vec![(0, member)],
            _ => Vec::new(),
        };
        let is_null = |member: &Map<String, Value>| member.get("type").and_then(Value::as_str) == Some("null");
        let is_nullable = members.iter().any(|(_, member)| is_null(member));
        let identifiers: Vec<Option<&Value>> = members.iter().map(|(_, member)| member.get("refIdentifier")).collect();
        let others = members.iter().filter(|(_, member)| !is_null(member));
        let plain: Vec<(Option<&str>, Value)> = others
            .map(|(index, member)| {
                // A name that several alternatives share is that of the schema from which they were split.
                let identifier = member.get("refIdentifier");
                let is_alone = identifiers.iter().filter(|other| **other == identifier).count() == 1;
                let name = identifier.and_then(Value::as_str).filter(|_| is_alone);
                (name, self.member(member, &at.index(*index)))
            })
            .collect();
        let keyword = keyword(&plain.iter().map(|(_, schema)| schema.clone()).collect::<Vec<_>>());
        let schemas: Vec<Value> = plain
            .into_iter()
            .map(|(name, schema)| match name {
                Some(reference) => self.named_schema(reference, schema),
                None => schema,
            })
            .collect();
        if !self.has_nullable {
            return union(schemas, keyword, is_nullable);
        }
        let schema = union(schemas, keyword, false);
        if is_nullable { nullable(schema) } else { schema }
    }

    /// Returns a reference to a schema by its name, or the schema itself if that name belongs to another one.
    fn named_schema(&mut self, reference: &str, schema: Value) -> Value {
        let name = reference.strip_prefix(SCHEMAS).unwrap_or_default();
        let is_name = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
        if name.is_empty() || !name.chars().all(is_name) || schema.get("type") != Some(&json!("object")) {
            return schema;
        }
        let known = self.schemas.entry(name).or_insert_with(|| schema.clone());
        let is_same = *known == schema || ["readOnly", "writeOnly"].iter().any(|mark| without(known, mark) == schema);
        if is_same { json!({"$ref": format!("{SCHEMAS}{name}")}) } else { schema }
    }

    /// Returns one alternative as a schema of OpenAPI.
    fn member(&mut self, member: &Map<String, Value>, at: &Pointer) -> Value {
        let mut schema = Map::new();
        for (key, value) in member {
            match (key.as_str(), value) {
                ("type", Value::String(name)) => self.typed(name, member, at, &mut schema),
                ("required", Value::Bool(_)) => {}
                ("contentMediaType", _) if member.get("type") == Some(&json!("file")) => {}
                ("properties", Value::Object(properties)) => {
                    let properties = properties.iter().map(|(name, value)| (name.clone(), unwrapped(value)));
                    schema.insert(key.clone(), Value::Object(properties.collect()));
                    self.require(member, at, &mut schema);
                }
                ("items" | "additionalProperties", Value::Object(_)) => {
                    schema.insert(key.clone(), unwrapped(value));
                }
                _ if NO_KEYWORDS.contains(&key.as_str()) => {}
                _ => {
                    schema.insert(key.clone(), value.clone());
                }
            }
        }
        if !self.has_nullable {
            for (exclusive, limit) in [("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")] {
                match (schema.get(exclusive), schema.get(limit).cloned()) {
                    (Some(Value::Bool(true)), Some(value)) => {
                        schema.remove(limit);
                        schema.insert(exclusive.to_owned(), value);
                    }
                    (Some(Value::Bool(_)), _) => {
                        schema.remove(exclusive);
                    }
                    _ => {}
                }
            }
        }
        Value::Object(schema)
    }

    /// Writes the type of an alternative, which may be `enum<string>`, `any` or `file`.
    fn typed(&mut self, name: &str, member: &Map<String, Value>, at: &Pointer, schema: &mut Map<String, Value>) {
        let inner = name.strip_prefix("enum<").and_then(|rest| rest.strip_suffix('>'));
        let (name, format) = match inner.unwrap_or(name) {
            "any" => {
                self.found.report(
                    Code::IncompletePage,
                    &at.join("type"),
                    "the page does not state the type; any value is accepted",
                );
                return;
            }
            "file" if member.contains_key("contentEncoding") => ("string", None),
            "file" => ("string", Some("binary")),
            name => (name, None),
        };
        schema.insert("type".to_owned(), name.into());
        schema.extend(format.map(|format| ("format".to_owned(), json!(format))));
    }

    /// Writes the required properties of an object, without the read-only or write-only properties that the renderer
    /// removed.
    fn require(&mut self, member: &Map<String, Value>, at: &Pointer, schema: &mut Map<String, Value>) {
        let Some(Value::Array(names)) = member.get("requiredProperties") else { return };
        let known = schema.get("properties").and_then(Value::as_object).cloned().unwrap_or_default();
        let (required, missing): (Vec<&str>, Vec<&str>) =
            names.iter().filter_map(Value::as_str).partition(|name| known.contains_key(*name));
        for name in missing {
            let message = format!(
                "the page requires `{name}` but does not declare it, as it does with read-only and write-only properties; it is not required here"
            );
            self.found.report(Code::UndeclaredRequiredProperty, &at.join("requiredProperties"), message);
        }
        if !required.is_empty() {
            schema.insert("required".to_owned(), json!(required));
        }
    }
}

/// Returns a schema without the properties that have a mark: the renderer removes read-only properties from requests
/// and write-only properties from responses.
fn without(schema: &Value, mark: &str) -> Value {
    let mut schema = schema.clone();
    let Some(members) = schema.as_object_mut() else { return schema };
    let mut left = Vec::new();
    if let Some(Value::Object(properties)) = members.get_mut("properties") {
        properties.retain(|name, property| {
            let is_kept = property.get(mark) != Some(&Value::Bool(true));
            if !is_kept {
                left.push(name.clone());
            }
            is_kept
        });
    }
    if let Some(Value::Array(required)) = members.get_mut("required") {
        required.retain(|name| !left.iter().any(|left| name == left));
        if required.is_empty() {
            members.remove("required");
        }
    }
    schema
}

/// Returns the element of an array of one under `allOf`, which the renderer adds.
fn unwrapped(value: &Value) -> Value {
    let members = value.as_object().filter(|members| members.len() == 1);
    match members.and_then(|members| members.get("allOf")).and_then(Value::as_array).map(Vec::as_slice) {
        Some([only]) => only.clone(),
        _ => value.clone(),
    }
}

/// Returns the schema with null allowed (OpenAPI 3.0).
fn nullable(mut schema: Value) -> Value {
    if schema.get("$ref").is_some() {
        return json!({"allOf": [schema], "nullable": true});
    }
    if let Some(members) = schema.as_object_mut() {
        members.insert("nullable".to_owned(), true.into());
    }
    schema
}
