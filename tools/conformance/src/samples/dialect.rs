//! Rewrites component schemas into the dialect of JSON Schema 2020-12 for the validator.
//!
//! It reads the document independently, so that it cannot share a mistake with the generator.

use serde_json::{Map, Value, json};

/// Returns the path of the component schemas: `definitions` in 2.0, `components/schemas` in later versions.
pub fn component_path(root: &Value) -> &'static [&'static str] {
    if root.get("swagger").is_some() { &["definitions"] } else { &["components", "schemas"] }
}

/// Returns the component schemas of a document.
pub fn components(root: &Value) -> Option<&Map<String, Value>> {
    component_path(root).iter().try_fold(root, |at, key| at.get(key))?.as_object()
}

/// Rewrites all component schemas and other targets of references in place.
pub fn to_2020_12(root: &mut Value, targets: &[String]) {
    let is_3_1 = root.get("openapi").and_then(Value::as_str).is_some_and(|version| !version.starts_with("3.0"));
    let dialect = Dialect { siblings_of_references: is_3_1 };
    let path = component_path(root);
    for target in targets {
        root.pointer_mut(target).into_iter().for_each(|schema| dialect.schema(schema));
    }
    let schemas = path.iter().try_fold(root, |at, key| at.get_mut(*key));
    for (name, schema) in schemas.and_then(Value::as_object_mut).into_iter().flatten() {
        recursive_references(schema, &format!("#/{}/{name}", path.join("/")));
        dialect.schema(schema);
    }
}

/// Replaces `$recursiveRef` of 2019-09 with a reference to the enclosing component. Its dynamic scope is not supported.
fn recursive_references(value: &mut Value, component: &str) {
    match value {
        Value::Object(members) => {
            if members.remove("$recursiveRef").is_some_and(|reference| reference == "#") {
                members.insert("$ref".to_owned(), component.into());
            }
            members.values_mut().for_each(|value| recursive_references(value, component));
        }
        Value::Array(elements) => elements.iter_mut().for_each(|value| recursive_references(value, component)),
        _ => {}
    }
}

struct Dialect {
    /// Whether keywords next to `$ref` apply, as they do since 3.1.
    siblings_of_references: bool,
}

impl Dialect {
    fn schema(&self, schema: &mut Value) {
        let Value::Object(members) = schema else {
            if !schema.is_boolean() {
                *schema = Value::Bool(true);
            }
            return;
        };
        if members.contains_key("$ref") && !self.siblings_of_references {
            let nullable = takes_null(members);
            members.retain(|key, _| key == "$ref");
            if nullable {
                *schema = json!({"anyOf": [schema.take(), {"type": "null"}]});
            }
            return;
        }
        self.within(members);
        members.retain(|key, value| !value.is_null() || key == "const");
        keep_well_formed(members);
        bounds(members);
        let nullable = takes_null(members);
        types(members, nullable);
        if nullable && !members.contains_key("type") {
            let has_choices = ["oneOf", "anyOf", "allOf", "$ref"].iter().any(|key| members.contains_key(*key));
            if has_choices {
                *schema = json!({"anyOf": [schema.take(), {"type": "null"}]});
            }
        }
    }

    /// Rewrites the subschemas of a schema.
    fn within(&self, members: &mut Map<String, Value>) {
        for (key, value) in members.iter_mut() {
            match (key.as_str(), value) {
                (
                    "properties" | "patternProperties" | "$defs" | "definitions" | "dependentSchemas",
                    Value::Object(map),
                ) => {
                    map.values_mut().for_each(|schema| self.schema(schema));
                }
                ("allOf" | "anyOf" | "oneOf" | "prefixItems", Value::Array(list)) => {
                    list.iter_mut().for_each(|schema| self.schema(schema));
                }
                (
                    "items"
                    | "additionalProperties"
                    | "not"
                    | "if"
                    | "then"
                    | "else"
                    | "contains"
                    | "propertyNames"
                    | "unevaluatedProperties"
                    | "unevaluatedItems"
                    | "contentSchema",
                    schema @ (Value::Object(_) | Value::Bool(_)),
                ) => self.schema(schema),
                _ => {}
            }
        }
    }
}

/// Returns `true` if the schema has `nullable: true` or the vendor extension for it.
fn takes_null(members: &Map<String, Value>) -> bool {
    ["nullable", "x-nullable"].iter().any(|key| members.get(*key) == Some(&Value::Bool(true)))
}

/// Removes keywords whose values the validator would reject. Such keywords have no effect.
fn keep_well_formed(members: &mut Map<String, Value>) {
    members.retain(|key, value| match key.as_str() {
        "required" => value.is_array(),
        "enum" => value.as_array().is_some_and(|values| !values.is_empty()),
        "allOf" | "anyOf" | "oneOf" | "prefixItems" => value.as_array().is_some_and(|list| !list.is_empty()),
        "properties" | "patternProperties" => value.is_object(),
        "items" | "additionalProperties" => value.is_object() || value.is_boolean(),
        "minLength" | "maxLength" | "minItems" | "maxItems" | "minProperties" | "maxProperties" => {
            value.as_u64().is_some()
        }
        "minimum" | "maximum" => value.is_number(),
        "multipleOf" => value.as_f64().is_some_and(|number| number > 0.0),
        "uniqueItems" => value.is_boolean(),
        "pattern" => value.as_str().is_some_and(|pattern| fancy_regex::Regex::new(pattern).is_ok()),
        "$schema" => false,
        _ => true,
    });
    if let Some(Value::Array(names)) = members.get_mut("required") {
        let mut seen = Vec::new();
        names.retain(|name| {
            name.is_string() && !seen.contains(name) && {
                seen.push(name.clone());
                true
            }
        });
    }
    if let Some(Value::Array(values)) = members.get_mut("enum") {
        let mut seen: Vec<Value> = Vec::new();
        values.retain(|value| {
            !seen.contains(value) && {
                seen.push(value.clone());
                true
            }
        });
    }
}

/// Rewrites exclusive bounds, which were booleans until 3.0.
fn bounds(members: &mut Map<String, Value>) {
    for (exclusive, bound) in [("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")] {
        match members.get(exclusive) {
            Some(Value::Bool(true)) => {
                members.remove(exclusive);
                if let Some(limit) = members.remove(bound) {
                    members.insert(exclusive.to_owned(), limit);
                }
            }
            Some(Value::Number(_)) | None => {}
            Some(_) => {
                members.remove(exclusive);
            }
        }
    }
}

/// The formats whose values are integers.
const INTEGER_FORMATS: [&str; 8] = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"];

/// Converts types to the spelling of 2020-12.
fn types(members: &mut Map<String, Value>, nullable: bool) {
    if members.get("type").is_some_and(|name| name == "int32") {
        members.entry("format").or_insert_with(|| json!("int32"));
    }
    let mut types: Vec<Value> = match members.get("type") {
        Some(Value::String(name)) => vec![json!(name)],
        Some(Value::Array(names)) => names.clone(),
        _ => return,
    };
    // The format registry of OpenAPI defines these formats for numbers, but their values are integers.
    let format = members.get("format").and_then(Value::as_str);
    let is_integer = format.is_some_and(|format| INTEGER_FORMATS.contains(&format));
    for name in &mut types {
        let written = name.as_str().unwrap_or_default();
        let meant = if written == "number" && is_integer { Some("integer") } else { meant(written) };
        if let Some(meant) = meant {
            *name = json!(meant);
        }
    }
    let known = ["null", "boolean", "integer", "number", "string", "array", "object"];
    if types.is_empty() || !types.iter().all(|name| known.iter().any(|known| name == known)) {
        members.remove("type");
        return;
    }
    if nullable && !types.contains(&json!("null")) {
        types.push(json!("null"));
    }
    types.dedup();
    // A null in `enum` is valid whatever `type` is.
    if let Some(Value::Array(values)) = members.get_mut("enum") {
        let has_null = values.contains(&Value::Null);
        let takes_null = types.contains(&json!("null"));
        if takes_null && !has_null && nullable {
            values.push(Value::Null);
        } else if has_null && !takes_null {
            types.push(json!("null"));
        }
    }
    members.insert("type".to_owned(), Value::Array(types));
}

/// Returns the type intended by an invalid type name.
fn meant(name: &str) -> Option<&'static str> {
    Some(match name {
        "file" | "str" | "text" | "uuid" | "date" | "datetime" | "date-time" | "String" => "string",
        "bool" | "Boolean" => "boolean",
        "int" | "long" | "int32" | "int64" | "Integer" => "integer",
        "float" | "double" | "Number" => "number",
        "list" | "Array" => "array",
        "map" | "dict" | "Object" => "object",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schemas_of_3_0_become_schemas_of_2020_12() {
        let mut root = json!({"openapi": "3.0.3", "components": {"schemas": {
            "A": {"type": "string", "nullable": true, "enum": ["a"]},
            "B": {"type": "integer", "minimum": 1, "exclusiveMinimum": true, "required": true},
            "C": {"$ref": "#/components/schemas/A", "nullable": true, "description": "x"},
            "D": {"properties": {"nullable": {"type": "file"}}},
            "E": {"type": "number", "format": "int32"},
        }}});
        to_2020_12(&mut root, &[]);
        let expected = json!({
            "A": {"type": ["string", "null"], "nullable": true, "enum": ["a", null]},
            "B": {"type": ["integer"], "exclusiveMinimum": 1},
            "C": {"anyOf": [{"$ref": "#/components/schemas/A"}, {"type": "null"}]},
            "D": {"properties": {"nullable": {"type": ["string"]}}},
            "E": {"type": ["integer"], "format": "int32"},
        });
        assert_eq!(root["components"]["schemas"], expected);
    }
}
