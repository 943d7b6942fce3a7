//! The JSON types of a schema: those that it states, or else those that its other keywords imply; never null.

use serde_json::Value;

use super::conditional::has_conditional_members;
use super::lowering::SchemaLowering;
use crate::diagnostics::Code;
use crate::ir::{Integer, Scalar, Type};
use crate::lower::draft::Target;
use crate::model::{Integers, Schema, Types};

impl<'m, 'd> SchemaLowering<'m, 'd, '_> {
    /// Returns the type of a schema that states none but has a `format` or limits on strings, which imply one. Reports
    /// the inference.
    pub(super) fn inferred(&mut self, schemas: &[&'m Schema<'d>], target: &Target) -> Type {
        let found = schemas.iter().find_map(|schema| typed_keyword(schema));
        let Some((about, keyword, types)) = found else { return Type::Scalar(Scalar::Any) };
        let message = format!("`type` is missing; {} is inferred from `{keyword}`", type_name(types));
        self.report(Code::InferredType, &about.origin.join(keyword), message);
        self.type_stated(about, types, target)
    }
}

/// Returns the types that a schema states, or else those that its other keywords imply; never null.
pub(crate) fn stated_types(schema: &Schema<'_>) -> Types {
    let stated = schema.types.difference(Types::NULL);
    if !stated.is_empty() || schema.types == Types::NULL {
        return stated;
    }
    if !schema.properties.is_empty()
        || schema.additional_properties.is_some()
        || !schema.required.is_empty()
        || !schema.pattern_properties.is_empty()
        || has_conditional_members(schema)
    {
        return Types::OBJECT;
    }
    if schema.items.is_some() || !schema.prefix_items.is_empty() { Types::ARRAY } else { Types::empty() }
}

/// Returns the name of a type in the document.
pub(crate) fn type_name(types: Types) -> &'static str {
    match types {
        Types::BOOLEAN => "boolean",
        Types::INTEGER => "integer",
        Types::NUMBER => "number",
        Types::STRING => "string",
        Types::ARRAY => "array",
        Types::OBJECT => "object",
        _ => "null",
    }
}

/// Returns the first keyword of a schema or of its `allOf` that implies a type, and that type.
fn typed_keyword<'m, 'd>(schema: &'m Schema<'d>) -> Option<(&'m Schema<'d>, &'static str, Types)> {
    let found = match schema.format {
        Some(format) => type_of_format(format).map(|types| ("format", types)),
        None => ["pattern", "minLength", "maxLength"]
            .into_iter()
            .find(|keyword| schema.keyword(keyword).is_some())
            .map(|keyword| (keyword, Types::STRING)),
    };
    let own = found.map(|(keyword, types)| (schema, keyword, types));
    own.or_else(|| schema.all_of.iter().find_map(typed_keyword))
}

/// Returns the type that a format implies (the OpenAPI Format Registry), or `None` for an unknown format and for one
/// that may be binary.
fn type_of_format(format: &str) -> Option<Types> {
    Some(match format {
        "int8" | "int16" | "int32" | "int64" | "uint8" | "uint16" | "uint32" | "uint64" => Types::INTEGER,
        "float" | "double" => Types::NUMBER,
        "byte"
        | "date"
        | "date-time"
        | "duration"
        | "email"
        | "hostname"
        | "idn-email"
        | "idn-hostname"
        | "ipv4"
        | "ipv6"
        | "iri"
        | "iri-reference"
        | "json-pointer"
        | "password"
        | "regex"
        | "relative-json-pointer"
        | "time"
        | "uri"
        | "uri-reference"
        | "uri-template"
        | "uuid" => Types::STRING,
        _ => return None,
    })
}

/// Returns the integer type of a schema: 64 bits unless its format (the OpenAPI Format Registry) or its limits require
/// another.
pub(crate) fn integer_type(schema: &Schema<'_>) -> Integer {
    match (schema.integers, schema.format) {
        (Integers::Signed128, _) => Integer::I128,
        (Integers::Unsigned64, _) | (_, Some("uint64")) => Integer::U64,
        (_, Some("int32" | "int16" | "int8" | "uint8" | "uint16")) => Integer::I32,
        _ => Integer::I64,
    }
}

/// Returns `true` if a number is an integer by its format and no other keyword contains a fraction. An `f64` would lose
/// digits of large integers.
pub(super) fn is_integer(schema: &Schema<'_>) -> bool {
    const FORMATS: [&str; 8] = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"];
    const VALUES: [&str; 7] =
        ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "default", "example"];
    let has_fraction = |value: &Value| value.as_f64().is_some_and(|number| number.fract() != 0.0);
    schema.format.is_some_and(|format| FORMATS.contains(&format))
        && !VALUES.iter().filter_map(|key| schema.keyword(key)).any(has_fraction)
}

/// Returns the string type of a schema. Formats without a corresponding type are only documented.
pub(super) fn string(schema: &Schema<'_>) -> Type {
    if schema.keyword("contentEncoding").and_then(|value| value.as_str()) == Some("base64") {
        return Type::Scalar(Scalar::Base64);
    }
    Type::Scalar(schema.format.map_or(Scalar::String, Scalar::of_string_format))
}
