//! The members of `oneOf` and `anyOf`, divided into those that describe shapes and those that only constrain values.
//!
//! ```yaml
//! anyOf: [{type: string}, {type: integer}]                                   # two shapes: a union
//! anyOf: [{$ref: Cat}, {oneOf: [{$ref: Dog}, {$ref: Fox}]}]                  # flattened: three members
//! {type: string, anyOf: [{format: ipv4}, {format: ipv6}]}                    # constraints only: a string
//! {type: object, properties: …, anyOf: [{required: [a]}, {required: [b]}]}   # constraints only: a struct
//! ```

use crate::lower::schema::lowering::SchemaLowering;
use crate::model::{Schema, Types};

impl<'d> SchemaLowering<'_, 'd, '_> {
    /// Returns `true` if a schema is a choice between shapes. Members that only limit values or list required
    /// properties do not count: `{type: string, anyOf: [{format: ipv4}, {format: ipv6}]}` is a string.
    pub(crate) fn is_union(&self, schema: &Schema<'d>) -> bool {
        let mut members = Vec::new();
        flatten(&schema.one_of, &mut members);
        flatten(&schema.any_of, &mut members);
        !members.iter().all(|member| is_constraint(member))
    }
}

/// Collects the members of a union, including those of unions without a discriminator directly inside it.
pub(crate) fn flatten<'m, 'd>(listed: &'m [Schema<'d>], members: &mut Vec<&'m Schema<'d>>) {
    for member in listed {
        let inner = if member.one_of.is_empty() { &member.any_of } else { &member.one_of };
        let is_plain = member.reference.is_none()
            && member.all_of.is_empty()
            && member.properties.is_empty()
            && member.discriminator.is_none()
            && member.title.is_none()
            && (member.one_of.is_empty() || member.any_of.is_empty());
        if !inner.is_empty() && is_plain {
            flatten(inner, members);
        } else {
            members.push(member);
        }
    }
}

/// Returns `true` if a member does not restrict the types of values.
pub(super) fn is_shapeless(schema: &Schema<'_>) -> bool {
    schema.reference.is_none() && schema.all_of.is_empty() && !schema.has_shape()
}

/// Returns the first member of a union if all members state only the same format.
pub(crate) fn common_format<'m, 'd>(schema: &'m Schema<'d>) -> Option<&'m Schema<'d>> {
    let mut members = Vec::new();
    flatten(&schema.one_of, &mut members);
    flatten(&schema.any_of, &mut members);
    let first = *members.first()?;
    let is_same = |member: &&Schema<'d>| is_shapeless(member) && member.format == first.format;
    (schema.format.is_none() && first.format.is_some() && members.iter().all(is_same)).then_some(first)
}

/// Returns `true` if a member does not describe a shape, but only required or forbidden properties.
fn is_constraint(schema: &Schema<'_>) -> bool {
    is_shapeless(schema) || requires_only(schema)
}

fn requires_only(schema: &Schema<'_>) -> bool {
    schema.reference.is_none()
        && schema.all_of.is_empty()
        && schema.one_of.is_empty()
        && schema.any_of.is_empty()
        && schema.properties.values().all(is_shapeless)
        && schema.items.is_none()
        && schema.enumeration.is_none()
        && schema.constant.is_none()
        && matches!(schema.types, Types::OBJECT) | schema.types.is_empty()
        && (!schema.required.is_empty() || schema.keyword("not").is_some())
}
