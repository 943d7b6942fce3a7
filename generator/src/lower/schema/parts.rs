//! The parts of a schema, all of which a value must match.
//!
//! ```yaml
//! {$ref: Pet, nullable: true}                                      # Reference(Pet): nullability is read apart
//! {allOf: [{$ref: Pet}, {properties: {id: …}}]}                    # Reference(Pet), Own(the second schema)
//! {allOf: [{$ref: Pet}], required: [name]}                         # Reference(Pet), Own(this schema)
//! {type: string, allOf: [{format: uuid}]}                          # Own(this schema), Own(the format)
//! ```

use super::conditional::has_conditional_members;
use super::enumeration::enumeration_values;
use super::lowering::SchemaLowering;
use crate::model::{AdditionalProperties, Schema, Types};

/// A schema that a value must match.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Part<'m, 'd> {
    /// The target of this schema's reference.
    Reference(&'m Schema<'d>),
    /// This schema without `$ref` and `allOf`.
    Own(&'m Schema<'d>),
    /// The keywords of this schema about properties.
    Members(&'m Schema<'d>),
}

impl<'m, 'd> Part<'m, 'd> {
    /// Returns the schema itself, or `None` for a reference.
    pub(crate) fn own(&self) -> Option<&'m Schema<'d>> {
        match self {
            Part::Own(schema) | Part::Members(schema) => Some(schema),
            Part::Reference(_) => None,
        }
    }
}

impl<'m, 'd> SchemaLowering<'m, 'd, '_> {
    /// Returns all schemas that a value must match.
    pub(crate) fn parts(&self, schema: &'m Schema<'d>) -> Vec<Part<'m, 'd>> {
        let mut parts = Vec::new();
        if schema.reference.is_some() {
            parts.push(Part::Reference(schema));
        }
        let formats = || schema.all_of.iter().filter(|member| states_format_only(member));
        parts.extend(schema.all_of.iter().flat_map(|member| self.parts(member)));
        let is_open = parts.is_empty();
        let adds_constraints = if is_open { schema.has_shape() } else { narrows(schema) };
        let takes_format = parts.iter().all(|part| self.takes_format(part));
        if adds_constraints || (!is_open && schema.format.is_some() && takes_format) {
            parts.push(Part::Own(schema));
        }
        // A format alone has no meaning, but it refines a sibling type.
        if !parts.is_empty() && takes_format && parts.iter().all(|part| self.takes_format(part)) {
            parts.extend(formats().map(Part::Own));
        }
        parts
    }

    /// Returns `true` if a part is a string or number without a format, which a sibling format refines.
    fn takes_format(&self, part: &Part<'m, 'd>) -> bool {
        /// Longer chains of references are not refined.
        const LONGEST: usize = 16;
        let (Part::Reference(schema) | Part::Own(schema) | Part::Members(schema)) = *part;
        let mut at = schema;
        let is_reference = matches!(part, Part::Reference(_));
        for step in 0..LONGEST {
            let next = if at.reference.is_some() && (is_reference || step > 0) {
                self.target(at)
            } else if let ([only], false) = (at.all_of.as_slice(), at.has_shape()) {
                Some(only)
            } else {
                let is_own = !is_reference && step == 0;
                let has_references = if is_own { at.has_union() } else { at.has_references() };
                let types = at.types.difference(Types::NULL);
                let is_scalar = matches!(types, Types::STRING | Types::INTEGER | Types::NUMBER);
                return is_scalar && at.format.is_none() && enumeration_values(at).is_empty() && !has_references;
            };
            let Some(next) = next else { return false };
            at = next;
        }
        false
    }
}

/// Returns `true` if a schema states only a format.
pub(super) fn states_format_only(schema: &Schema<'_>) -> bool {
    schema.format.is_some() && !schema.has_references() && !schema.has_shape()
}

/// Returns `true` if a schema narrows a sibling reference or `allOf`; a type alone only repeats it.
fn narrows(schema: &Schema<'_>) -> bool {
    schema.never
        || schema.enumeration.is_some()
        || schema.constant.is_some()
        || !schema.properties.is_empty()
        || !schema.required.is_empty()
        || matches!(schema.additional_properties, Some(AdditionalProperties::Any | AdditionalProperties::Schema(_)))
        || schema.items.is_some()
        || !schema.prefix_items.is_empty()
        || !schema.pattern_properties.is_empty()
        || !schema.conditional.is_empty()
        || !schema.one_of.is_empty()
        || !schema.any_of.is_empty()
}

/// Returns only the parts' keywords about properties.
pub(crate) fn members_only<'m, 'd>(parts: &[Part<'m, 'd>]) -> Vec<Part<'m, 'd>> {
    let has_properties = |schema: &&Schema<'d>| {
        !schema.properties.is_empty() || !schema.required.is_empty() || has_conditional_members(schema)
    };
    parts.iter().filter_map(Part::own).filter(has_properties).map(Part::Members).collect()
}

impl Schema<'_> {
    /// Returns `true` if a schema refers to or combines other schemas.
    pub(super) fn has_references(&self) -> bool {
        self.reference.is_some() || self.has_union() || !self.all_of.is_empty()
    }

    pub(crate) fn has_union(&self) -> bool {
        !self.one_of.is_empty() || !self.any_of.is_empty()
    }
}
