//! Enums of strings and integers; all others fall back to their type.
//!
//! ```yaml
//! {enum: [a, b]}                             # an open enum
//! {type: integer, enum: [1, 2]}              # an open enum of integers
//! {type: string, enum: [no, 1.0]}            # strings that YAML reads as something else
//! {enum: [1, a]}                             # any JSON value
//! ```

use serde_json::Value;

use super::lowering::Lowered;
use super::lowering::SchemaLowering;
use crate::diagnostics::Code;
use crate::hash::{HashMap, HashSet, IndexMap};
use crate::ir::{Documentation, Enumeration, EnumerationValue, Scalar, Type, TypeKind};
use crate::lower::draft::Target;
use crate::model::{Schema, Types};
use crate::source::Pointer;

impl<'m, 'd> SchemaLowering<'m, 'd, '_> {
    /// Lowers a schema with `enum` or `const`.
    pub(crate) fn enumeration(&mut self, schema: &'m Schema<'d>, target: &Target) -> Lowered {
        let values = enumeration_values(schema);
        let nullable = schema.nullable || values.iter().any(|value| value.is_null());
        let values: Vec<&Value> = values.into_iter().filter(|value| !value.is_null()).collect();
        let type_ = if values.is_empty() {
            Type::Scalar(Scalar::Any)
        } else if let Some(integers) = integers(schema, &values) {
            self.integer_enumeration(schema, described_integers(schema, schema, integers), target)
        } else if is_quoted(schema, &values, Types::BOOLEAN, |text| matches!(text, "true" | "false")) {
            Type::Scalar(Scalar::Boolean)
        } else if is_quoted(schema, &values, Types::NUMBER, |text| text.parse::<f64>().is_ok()) {
            Type::Scalar(Scalar::Number)
        } else if let Some(strings) = strings(schema, &values) {
            self.string_enumeration(schema, strings, target)
        } else if values.iter().all(|value| value.is_boolean()) {
            Type::Scalar(Scalar::Boolean)
        } else if values.iter().all(|value| value.is_number()) {
            Type::Scalar(Scalar::Number)
        } else if is_as_typed(schema, &values) {
            return self.stated(schema, target);
        } else {
            let message = "`enum` has values of several types; any JSON value is accepted";
            self.report(Code::MixedEnum, &schema.origin, message);
            Type::Scalar(Scalar::Any)
        };
        Lowered::new(type_, nullable)
    }

    /// Defines an open enum of strings with their documentation.
    pub(crate) fn string_enumeration(
        &mut self,
        schema: &'m Schema<'d>,
        strings: IndexMap<String, ListedString>,
        target: &Target,
    ) -> Type {
        let names = names(schema, strings.len());
        let described = descriptions(schema, strings.len());
        let values = strings.into_iter().enumerate().map(|(index, (value, listed))| EnumerationValue {
            origin: listed.origin,
            value,
            name: names.get(index).cloned(),
            documentation: Documentation {
                description: listed.documentation.description.or_else(|| described.get(index).cloned()),
                ..listed.documentation
            },
        });
        let kind = TypeKind::StringEnum(Enumeration { values: values.collect(), is_open: false });
        let id = self.draft.place(schema, target);
        self.draft.set_kind(id, kind);
        Type::Named(id)
    }

    /// Defines an open enum of distinct integers.
    pub(crate) fn integer_enumeration(
        &mut self,
        schema: &'m Schema<'d>,
        integers: impl IntoIterator<Item = EnumerationValue<i128>>,
        target: &Target,
    ) -> Type {
        let mut seen = HashSet::default();
        let values = integers.into_iter().filter(|value| seen.insert(value.value)).collect();
        let id = self.draft.place(schema, target);
        self.draft.set_kind(id, TypeKind::IntegerEnum(Enumeration { values, is_open: false }));
        Type::Named(id)
    }
}

/// Returns integers that `list` lists, with names and descriptions from the extensions of `schema`.
pub(crate) fn described_integers(
    schema: &Schema<'_>,
    list: &Schema<'_>,
    integers: Vec<i128>,
) -> Vec<EnumerationValue<i128>> {
    let names = names(schema, integers.len());
    let described = descriptions(schema, integers.len());
    let origins = ValueOrigins::new(list);
    let values = integers.into_iter().enumerate().map(|(index, value)| {
        let description = described.get(index).cloned();
        let documentation = Documentation { description, ..Documentation::default() };
        let origin = origins.get(&value.to_string());
        EnumerationValue { origin, value, name: names.get(index).cloned(), documentation }
    });
    values.collect()
}

/// Returns `true` if all values are objects or arrays, as the schema states. The stated type is used for such a schema,
/// because an enum of objects or arrays has no variants.
fn is_as_typed(schema: &Schema<'_>, values: &[&Value]) -> bool {
    match schema.types.difference(Types::NULL) {
        Types::OBJECT => values.iter().all(|value| value.is_object()),
        Types::ARRAY => values.iter().all(|value| value.is_array()),
        _ => false,
    }
}

/// Returns the values that a schema lists.
pub(crate) fn enumeration_values<'d>(schema: &Schema<'d>) -> Vec<&'d Value> {
    match (schema.constant, schema.enumeration) {
        (Some(value), _) => vec![value],
        (None, Some(values)) => values.iter().collect(),
        (None, None) => Vec::new(),
    }
}

/// The locations of the values that a schema lists.
pub(crate) struct ValueOrigins<'s> {
    schema: &'s Schema<'s>,
    /// The position of each value of `enum`, by its text.
    positions: HashMap<String, usize>,
}

impl<'s> ValueOrigins<'s> {
    pub(crate) fn new(schema: &'s Schema<'s>) -> Self {
        let values = if schema.constant.is_some() { Vec::new() } else { enumeration_values(schema) };
        let mut positions = HashMap::default();
        for (position, value) in values.into_iter().enumerate() {
            positions.entry(text(value)).or_insert(position);
        }
        Self { schema, positions }
    }

    /// Returns the location of the first value with this text.
    pub(crate) fn get(&self, text: &str) -> Pointer {
        match self.positions.get(text) {
            Some(position) => self.schema.origin.join("enum").index(*position),
            None if self.schema.constant.is_some() => self.schema.origin.join("const"),
            None => self.schema.origin.clone(),
        }
    }
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// A string that a schema lists.
pub(crate) struct ListedString {
    origin: Pointer,
    pub(crate) documentation: Documentation,
}

/// Returns the distinct values as strings. If the type is `string`, numbers and booleans are read as their text,
/// because YAML does not read unquoted `no` and `1.0` as strings.
pub(crate) fn strings(schema: &Schema<'_>, values: &[&Value]) -> Option<IndexMap<String, ListedString>> {
    let is_string = schema.types.difference(Types::NULL) == Types::STRING;
    let is_listed = |value: &&Value| value.is_string() || (is_string && (value.is_number() || value.is_boolean()));
    if !values.iter().all(is_listed) {
        return None;
    }
    let origins = ValueOrigins::new(schema);
    let listed = values.iter().map(|value| {
        let text = text(value);
        let origin = origins.get(&text);
        (text, ListedString { origin, documentation: Documentation::default() })
    });
    Some(listed.collect())
}

/// Returns `true` if all values are strings that look like values of the stated type.
fn is_quoted(schema: &Schema<'_>, values: &[&Value], types: Types, looks: fn(&str) -> bool) -> bool {
    let is_text = |value: &&Value| value.as_str().is_some_and(looks);
    schema.types.difference(Types::NULL) == types && values.iter().all(is_text)
}

/// Returns the values as integers. If the type is `integer`, strings of digits are accepted.
pub(crate) fn integers(schema: &Schema<'_>, values: &[&Value]) -> Option<Vec<i128>> {
    values.iter().map(|value| integer(schema, value)).collect()
}

/// Returns a value as an integer.
pub(crate) fn integer(schema: &Schema<'_>, value: &Value) -> Option<i128> {
    match value {
        Value::Number(number) => number.as_i128(),
        Value::String(text) if schema.types.difference(Types::NULL) == Types::INTEGER => text.parse().ok(),
        _ => None,
    }
}

/// Returns names for the values from common extensions, if there is one for each.
fn names(schema: &Schema<'_>, count: usize) -> Vec<String> {
    ["x-enum-varnames", "x-enumNames", "x-enum-names"]
        .into_iter()
        .find_map(|extension| texts(schema.keyword(extension)?, count))
        .or_else(|| described_values(schema, "name", count))
        .unwrap_or_default()
}

/// Returns descriptions of the values from common extensions, if there is one for each.
fn descriptions(schema: &Schema<'_>, count: usize) -> Vec<String> {
    ["x-enum-descriptions", "x-enumDescriptions"]
        .into_iter()
        .find_map(|extension| texts(schema.keyword(extension)?, count))
        .or_else(|| described_values(schema, "description", count))
        .unwrap_or_default()
}

/// Returns a key of each entry of `x-ms-enum.values`, in the order of the schema.
fn described_values(schema: &Schema<'_>, key: &str, count: usize) -> Option<Vec<String>> {
    let listed = schema.keyword("x-ms-enum")?.get("values")?.as_array()?;
    let listed: HashMap<String, &str> = listed
        .iter()
        .filter_map(|described| Some((described.get("value")?.to_string(), described.get(key)?.as_str()?)))
        .collect();
    let values = enumeration_values(schema).into_iter().filter(|value| !value.is_null());
    let found: Option<Vec<String>> =
        values.map(|value| listed.get(&value.to_string()).map(|text| (*text).to_owned())).collect();
    found.filter(|found| found.len() == count)
}

fn texts(value: &Value, count: usize) -> Option<Vec<String>> {
    let texts: Option<Vec<String>> = value.as_array()?.iter().map(|text| text.as_str().map(str::to_owned)).collect();
    texts.filter(|texts| texts.len() == count)
}
