//! Unions that do not become a Rust union: those whose members are all strings, all numbers or all booleans.
//!
//! ```yaml
//! anyOf: [{type: string, enum: [a]}, {type: string, enum: [b]}, {type: string}]     # an open enum of a and b
//! anyOf: [{type: integer}, {type: number}]                                          # f64
//! ```

use std::borrow::Cow;

use serde_json::Value;

use super::members::is_shapeless;
use crate::hash::IndexMap;
use crate::ir::{Documentation, EnumerationValue, Integer, Scalar, Type};
use crate::lower::documentation;
use crate::lower::draft::Target;
use crate::lower::schema::enumeration::{ListedString, ValueOrigins, enumeration_values, integer, strings};
use crate::lower::schema::lowering::SchemaLowering;
use crate::lower::schema::types::integer_type;
use crate::model::{Schema, Types};

impl<'m, 'd> SchemaLowering<'m, 'd, '_> {
    /// Returns the type of a union whose members are all strings, all numbers or all booleans.
    /// Members without a type have the types of the union.
    pub(super) fn simple_union(
        &mut self,
        schema: &'m Schema<'d>,
        union_types: Types,
        members: &[&'m Schema<'d>],
        target: &Target,
    ) -> Option<Type> {
        let resolve = |member: &&'m Schema<'d>| if is_shapeless(member) { Some(*member) } else { self.resolve(member) };
        let resolved: Vec<&'m Schema<'d>> = members.iter().map(resolve).collect::<Option<_>>()?;
        let types = |member: &&'m Schema<'d>| {
            scalar_type(member, if is_shapeless(member) { union_types } else { member.types })
        };
        let types: Vec<Types> = resolved.iter().map(types).collect::<Option<_>>()?;
        let listed = |schema: &Schema<'d>| schema.enumeration.is_some() || schema.constant.is_some();
        if types.iter().all(|types| *types == Types::STRING) {
            let enumerations: Vec<usize> = (0..members.len()).filter(|&at| listed(resolved[at])).collect();
            return match enumerations.as_slice() {
                [] => Some(Type::Scalar(Scalar::String)),
                [only] if members[*only].reference.is_some() => Some(self.schema(members[*only], target).type_),
                several => {
                    let mut all = IndexMap::default();
                    for &at in several {
                        all.extend(described_strings(resolved[at])?);
                    }
                    let type_ = self.string_enumeration(schema, all, target);
                    self.draft.set_open(&type_, several.len() < members.len());
                    Some(type_)
                }
            };
        }
        if types.iter().all(|types| *types == Types::INTEGER) && resolved.iter().any(|schema| listed(schema)) {
            let enumerations: Vec<usize> = (0..members.len()).filter(|&at| listed(resolved[at])).collect();
            return match enumerations.as_slice() {
                [only] if members[*only].reference.is_some() => Some(self.schema(members[*only], target).type_),
                several => {
                    let values =
                        several.iter().map(|&at| described_integers(resolved[at])).collect::<Option<Vec<_>>>()?;
                    let type_ = self.integer_enumeration(schema, values.into_iter().flatten(), target);
                    self.draft.set_open(&type_, several.len() < members.len());
                    Some(type_)
                }
            };
        }
        if types.iter().all(|types| *types == Types::BOOLEAN) {
            return Some(Type::Scalar(Scalar::Boolean));
        }
        let is_number = |types: &Types| matches!(*types, Types::INTEGER | Types::NUMBER);
        if types.iter().all(is_number) && !resolved.iter().any(|schema| listed(schema)) {
            let integers = resolved.iter().map(|schema| integer_type(schema));
            let whole = types.iter().all(|types| *types == Types::INTEGER);
            return Some(if whole {
                Type::Scalar(Scalar::Integer(Integer::of_all(integers)))
            } else {
                Type::Scalar(Scalar::Number)
            });
        }
        None
    }
}

/// Returns the type of a member that is a string or a number.
fn scalar_type(schema: &Schema<'_>, types: Types) -> Option<Types> {
    let values = enumeration_values(schema);
    match types.difference(Types::NULL) {
        types if types.is_empty() && !values.is_empty() && values.iter().all(|value| value.is_string()) => {
            Some(Types::STRING)
        }
        types if types.is_empty() && !values.is_empty() && values.iter().all(|value| value.is_i64()) => {
            Some(Types::INTEGER)
        }
        types if types.is_empty() && !values.is_empty() && values.iter().all(|value| value.is_boolean()) => {
            Some(Types::BOOLEAN)
        }
        types @ (Types::STRING | Types::INTEGER | Types::NUMBER | Types::BOOLEAN) if !schema.has_union() => Some(types),
        _ => None,
    }
}

/// Returns the integers that a member lists. Its own documentation describes its only integer.
fn described_integers(schema: &Schema<'_>) -> Option<Vec<EnumerationValue<i128>>> {
    let values = enumeration_values(schema);
    let is_only = values.len() == 1;
    let origins = ValueOrigins::new(schema);
    let text = |text: &Option<Cow<'_, str>>| text.as_deref().filter(|_| is_only).map(str::to_owned);
    let value = |value: &Value| {
        let documentation = if is_only { documentation::of_value(schema) } else { Documentation::default() };
        let value = integer(schema, value)?;
        let origin = origins.get(&value.to_string());
        Some(EnumerationValue { origin, value, name: text(&schema.title), documentation })
    };
    values.into_iter().filter(|value| !value.is_null()).map(value).collect()
}

/// Returns the strings that a member lists. Its own documentation describes its only string.
fn described_strings(schema: &Schema<'_>) -> Option<IndexMap<String, ListedString>> {
    let values = enumeration_values(schema);
    let values: Vec<_> = values.into_iter().filter(|value| !value.is_null()).collect();
    let mut strings = strings(schema, &values)?;
    if let [(_, described)] = strings.iter_mut().collect::<Vec<_>>().as_mut_slice() {
        described.documentation = documentation::of_value(schema);
    }
    Some(strings)
}
