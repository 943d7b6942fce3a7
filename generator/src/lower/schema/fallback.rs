//! Values that the document says something about, and that become plain JSON values all the same.

use serde_json::Value;

use super::lowering::SchemaLowering;
use super::null::is_null;
use crate::diagnostics::Code;
use crate::ir::Type;
use crate::model::Schema;

/// How many references are followed before it is taken that they lead somewhere.
const LONGEST_REFERENCE_CHAIN: usize = 64;

impl<'m, 'd> SchemaLowering<'m, 'd, '_> {
    /// Notes that any JSON value stands for what these schemas say together, if that is so. Each such place is counted,
    /// and one of which nothing was said yet is reported, so that nothing falls back in silence.
    pub(crate) fn note_fallback(&mut self, schemas: &[&'m Schema<'d>], type_: &Type) {
        if *type_ != Type::Any {
            return;
        }
        let Some(informative) = self.count_fallback(schemas) else { return };
        if !schemas.iter().any(|schema| self.diagnostics.has_loss_within(&schema.origin)) {
            let message = "what this schema says has no Rust type; any JSON value is accepted in its place";
            self.report(Code::UnsupportedSchema, &informative.origin, message);
        }
    }

    /// Counts a place where any JSON value stands for what these schemas say together, and gives the one that says it
    /// unless that was counted before. A finding that stands around the place has to tell of it.
    pub(super) fn count_fallback(&mut self, schemas: &[&'m Schema<'d>]) -> Option<&'m Schema<'d>> {
        let informative = *schemas.iter().find(|schema| self.is_informative(schema, 0))?;
        self.draft.api.fallbacks.insert(informative.origin.clone()).then_some(informative)
    }

    /// Whether a schema says more about its values than that they are JSON. It asks the keywords as they stand in the
    /// document, so that it also knows of those that were read wrongly or not at all. What people chose to be any value
    /// says nothing.
    fn is_informative(&self, schema: &Schema<'d>, depth: usize) -> bool {
        // `{type: string, nullable: true, enum: [null]}` is how OpenAPI 3.0 spells null, which any value stands for.
        if self.is_overridden_by_any(schema) || (schema.nullable && is_null(schema)) {
            return false;
        }
        let Some(keywords) = schema.keywords else { return schema.never || schema.is_invalid };
        if depth > LONGEST_REFERENCE_CHAIN {
            return true;
        }
        keywords.iter().any(|(keyword, value)| match (keyword.as_str(), value) {
            ("$ref" | "$dynamicRef" | "$recursiveRef", _) => {
                self.target(schema).is_none_or(|target| self.is_informative(target, depth + 1))
            }
            ("type", value) => !says_any_type(value),
            ("enum", Value::Array(values)) => values.iter().any(|value| !value.is_null()),
            ("const", value) => !value.is_null(),
            ("properties" | "patternProperties" | "items", Value::Object(members)) => !members.is_empty(),
            ("prefixItems" | "required", Value::Array(elements)) => !elements.is_empty(),
            ("allOf", _) => schema.all_of.iter().any(|member| self.is_informative(member, depth + 1)),
            ("oneOf", _) => self.are_all_informative(&schema.one_of, depth),
            ("anyOf", _) => self.are_all_informative(&schema.any_of, depth),
            _ => false,
        })
    }

    /// One member that says nothing allows any value to the whole union.
    fn are_all_informative(&self, members: &[Schema<'d>], depth: usize) -> bool {
        !members.is_empty() && members.iter().all(|member| self.is_informative(member, depth + 1))
    }
}

/// Whether the value of `type` leaves all types open. Null alone has no Rust type that says more than a JSON value.
fn says_any_type(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(name) => matches!(name.as_str(), "any" | "null"),
        Value::Array(names) => {
            let has = |wanted: &str| names.iter().any(|name| name == wanted);
            names.iter().all(says_any_type) || ["array", "boolean", "number", "object", "string"].into_iter().all(has)
        }
        _ => false,
    }
}
