//! Nullability of schemas, in each of its spellings.
//!
//! ```yaml
//! {type: string, nullable: true}                 # OpenAPI 3.0
//! {type: [string, 'null']}                       # JSON Schema
//! {enum: [a, b, null]}                           # a listed value
//! {anyOf: [{$ref: Pet}, {type: 'null'}]}         # one variant
//! {allOf: [{$ref: NullablePet}, {minLength: 1}]} # every part that states a type accepts null
//! ```

use serde_json::Value;

use super::enumeration::enumeration_values;
use super::lowering::SchemaLowering;
use crate::hash::HashMap;
use crate::model::{Schema, Types};
use crate::source::Pointer;

impl<'d> SchemaLowering<'_, 'd, '_> {
    /// Returns `true` if a schema accepts null.
    pub(crate) fn is_nullable(&self, schema: &Schema<'d>) -> bool {
        self.allows_null(schema, &mut HashMap::default())
    }

    /// Returns `true` if all declarations of a property accept null. One without a type neither forbids null nor allows it
    /// alone.
    pub(crate) fn are_nullable(&self, declarations: &[&Schema<'d>]) -> bool {
        let is_informative = |schema: &&&Schema<'d>| schema.has_references() || restricts_types(schema);
        let mut informative = declarations.iter().filter(is_informative).peekable();
        informative.peek().is_some() && informative.all(|schema| self.is_nullable(schema))
    }

    /// `known` caches results; a schema that is still being visited does not accept null by itself.
    fn allows_null<'s>(&'s self, schema: &'s Schema<'d>, known: &mut HashMap<&'s Pointer, bool>) -> bool {
        if !schema.has_references() {
            return self.finds_null(schema, known);
        }
        if let Some(known) = known.get(&schema.origin) {
            return *known;
        }
        known.insert(&schema.origin, false);
        let found = self.finds_null(schema, known);
        known.insert(&schema.origin, found);
        found
    }

    fn finds_null<'s>(&'s self, schema: &'s Schema<'d>, known: &mut HashMap<&'s Pointer, bool>) -> bool {
        let states_types = !schema.types.is_empty();
        if schema.nullable {
            return true;
        }
        // Strictly, a type without null forbids the null of a sibling enum, but that is never intended.
        if let Some(values) = schema.enumeration {
            return values.iter().any(Value::is_null);
        }
        if states_types {
            return false;
        }
        if let Some(value) = schema.constant {
            return value.is_null();
        }
        if schema.one_of.iter().chain(&schema.any_of).any(|member| self.allows_null(member, known)) {
            return true;
        }
        if let Some(target) = self.target(schema) {
            return self.allows_null(target, known);
        }
        // A part without a type neither forbids null nor allows it alone.
        let mut informative =
            schema.all_of.iter().filter(|member| member.has_references() || restricts_types(member)).peekable();
        informative.peek().is_some() && informative.all(|member| self.allows_null(member, known))
    }

    /// Returns `true` if a schema, or the target of its reference, accepts only null.
    pub(crate) fn is_only_null(&self, schema: &Schema<'d>) -> bool {
        self.finds_only_null(schema, &mut HashMap::default())
    }

    /// `known` caches results. A self-reference does not make a schema null.
    fn finds_only_null<'s>(&'s self, schema: &'s Schema<'d>, known: &mut HashMap<&'s Pointer, bool>) -> bool {
        if !schema.has_references() || is_null(schema) {
            return is_null(schema);
        }
        if let Some(known) = known.get(&schema.origin) {
            return *known;
        }
        known.insert(&schema.origin, false);
        let members = if schema.one_of.is_empty() { &schema.any_of } else { &schema.one_of };
        let found = self.target(schema).is_some_and(|target| self.finds_only_null(target, known))
            || schema.all_of.iter().any(|member| self.finds_only_null(member, known))
            || (!members.is_empty() && members.iter().all(|member| self.finds_only_null(member, known)));
        known.insert(&schema.origin, found);
        found
    }
}

/// Returns `true` if a schema restricts the JSON types of values.
fn restricts_types(schema: &Schema<'_>) -> bool {
    !schema.types.is_empty() || schema.nullable || schema.enumeration.is_some() || schema.constant.is_some()
}

/// Returns `true` if a schema itself accepts null and nothing else.
pub(crate) fn is_null(schema: &Schema<'_>) -> bool {
    if schema.types == Types::NULL {
        return true;
    }
    let values = enumeration_values(schema);
    !values.is_empty() && values.iter().all(|value| value.is_null())
}
