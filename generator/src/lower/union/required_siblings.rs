//! `required` as a sibling of a union: the properties that it lists belong to the variants.
//!
//! ```yaml
//! required: [id]
//! oneOf: [{$ref: Cat}, {$ref: Dog}]     # joined with `required` only if Cat or Dog has an optional `id`
//! ```

use crate::hash::HashSet;
use crate::lower::schema::conditional::has_conditional_members;
use crate::lower::schema::lowering::SchemaLowering;
use crate::lower::schema::parts::Part;
use crate::lower::schema::types::stated_types;
use crate::model::{AdditionalProperties, Schema, Types};
use crate::source::Pointer;

impl<'m, 'd> SchemaLowering<'m, 'd, '_> {
    /// Returns `true` if the siblings of a union add anything to `member`; `tag` is the discriminator's property.
    pub(super) fn adds_to(&self, siblings: &[Part<'m, 'd>], member: &'m Schema<'d>, tag: Option<&str>) -> bool {
        let siblings = || siblings.iter().filter_map(Part::own);
        if siblings().any(|schema| !schema.properties.is_empty() || has_conditional_members(schema)) {
            return true;
        }
        let names: Vec<&str> = siblings().flat_map(|schema| schema.required.iter().copied()).collect();
        self.leaves_open(member, names, tag, &mut HashSet::default())
    }

    /// Returns `true` if a schema describes objects with known properties and lets one of these names be absent.
    ///
    /// Other values have no properties that could be required, and maps contain any property. A tag that no
    /// property describes becomes a literal, which is always present. Unions that were `seen` before add nothing.
    fn leaves_open(
        &self,
        schema: &'m Schema<'d>,
        mut names: Vec<&str>,
        tag: Option<&str>,
        seen: &mut HashSet<&'m Pointer>,
    ) -> bool {
        let mut own = Vec::new();
        self.collect(schema, &mut own, &mut HashSet::default());
        names.retain(|name| !own.iter().any(|schema| schema.required.contains(name)));
        if names.is_empty() {
            return false;
        }
        for union in own.iter().filter(|schema| schema.has_union()) {
            if !seen.insert(&union.origin) {
                continue;
            }
            let mut members = union.one_of.iter().chain(&union.any_of);
            if members.any(|member| self.leaves_open(member, names.clone(), tag, seen)) {
                return true;
            }
        }
        let is_declared = |name: &str| own.iter().any(|schema| schema.properties.contains_key(name));
        let has_members = own.iter().any(|schema| !schema.properties.is_empty());
        let is_object = own.iter().any(|schema| stated_types(schema) == Types::OBJECT);
        let is_open = own.iter().any(|schema| keeps_more(schema));
        let is_free = |name: &&str| is_declared(name) || (!is_open && tag != Some(*name));
        is_object && has_members && names.iter().any(is_free)
    }

    /// Collects the schemas that a value must match, each once, with references resolved.
    fn collect(&self, schema: &'m Schema<'d>, own: &mut Vec<&'m Schema<'d>>, seen: &mut HashSet<&'m Pointer>) {
        for part in self.parts(schema) {
            match part {
                Part::Own(schema) | Part::Members(schema) => own.push(schema),
                Part::Reference(holder) => {
                    if let Some(target) = self.target(holder).filter(|target| seen.insert(&target.origin)) {
                        self.collect(target, own, seen);
                    }
                }
            }
        }
    }
}

/// Returns `true` if a schema accepts properties that it does not declare.
fn keeps_more(schema: &Schema<'_>) -> bool {
    matches!(schema.additional_properties, Some(AdditionalProperties::Any | AdditionalProperties::Schema(_)))
        || !schema.pattern_properties.is_empty()
}
