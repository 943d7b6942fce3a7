//! Informative schemas that fall back to any JSON value: each is counted, and reported unless something else was.

use serde_json::Value;

use super::lowering::SchemaLowering;
use super::null::is_null;
use crate::diagnostics::Code;
use crate::ir::{Scalar, Type};
use crate::model::Schema;

/// The maximum number of references that are followed.
const LONGEST_REFERENCE_CHAIN: usize = 64;

impl<'m, 'd> SchemaLowering<'m, 'd, '_> {
    /// Counts schemas that together fall back to any JSON value, and reports them unless a loss within them was
    /// reported.
    pub(crate) fn note_fallback(&mut self, schemas: &[&'m Schema<'d>], type_: &Type) {
        if *type_ != Type::Scalar(Scalar::Any) {
            return;
        }
        let Some(informative) = self.count_fallback(schemas) else { return };
        if !schemas.iter().any(|schema| self.diagnostics.has_loss_within(&schema.origin)) {
            let message = "this schema cannot be expressed as a Rust type; any JSON value is accepted";
            self.report(Code::UnsupportedSchema, &informative.origin, message);
        }
    }

    /// Counts a fallback, and returns the informative schema unless it was counted before. The caller has reported it.
    pub(super) fn count_fallback(&mut self, schemas: &[&'m Schema<'d>]) -> Option<&'m Schema<'d>> {
        let informative = *schemas.iter().find(|schema| self.is_informative(schema, 0))?;
        self.draft.api.fallbacks.insert(informative.origin.clone()).then_some(informative)
    }

    /// Returns `true` if a schema restricts its values to more than JSON. It reads the keywords of the document,
    /// including those that were invalid or unknown. A type override with any value is not informative.
    fn is_informative(&self, schema: &Schema<'d>, depth: usize) -> bool {
        // `{type: string, nullable: true, enum: [null]}` is null in OpenAPI 3.0, which any JSON value includes.
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
            ("type", value) => !accepts_any_type(value),
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

    /// Returns `true` if all members of a union are informative. A member that is not accepts any value.
    fn are_all_informative(&self, members: &[Schema<'d>], depth: usize) -> bool {
        !members.is_empty() && members.iter().all(|member| self.is_informative(member, depth + 1))
    }
}

/// Returns `true` if `type` allows all types. Null alone has no Rust type other than a JSON value.
fn accepts_any_type(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(name) => matches!(name.as_str(), "any" | "null"),
        Value::Array(names) => {
            let has = |wanted: &str| names.iter().any(|name| name == wanted);
            names.iter().all(accepts_any_type)
                || ["array", "boolean", "number", "object", "string"].into_iter().all(has)
        }
        _ => false,
    }
}
