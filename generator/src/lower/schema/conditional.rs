//! Properties that only some values have: those under `if`, `then`, `else` and `dependentSchemas`.
//!
//! ```yaml
//! if: {properties: {kind: {const: card}}}
//! then: {properties: {number: {type: string}}, required: [number]}      # `number` is an optional property
//! ```

use super::lowering::SchemaLowering;
use super::parts::Part;
use crate::hash::{HashSet, IndexMap};
use crate::model::Schema;

impl<'m, 'd> SchemaLowering<'m, 'd, '_> {
    /// Returns the properties under conditions, each with its distinct declarations.
    pub(super) fn conditional_members(&mut self, schemas: &[&'m Schema<'d>]) -> IndexMap<&'d str, Vec<&'m Schema<'d>>> {
        let mut members: IndexMap<&'d str, Vec<&'m Schema<'d>>> = IndexMap::default();
        let mut described = HashSet::default();
        let mut seen = schemas.iter().map(|schema| &schema.origin).collect();
        let mut open: Vec<&'m Schema<'d>> = conditions(schemas);
        while !open.is_empty() {
            let parts: Vec<Part<'m, 'd>> = open.iter().flat_map(|schema| self.parts(schema)).collect();
            let mut own = Vec::new();
            self.expand(&parts, &mut own, &mut seen);
            let own: Vec<&'m Schema<'d>> = own.iter().filter_map(Part::own).collect();
            for (name, property) in own.iter().flat_map(|schema| &schema.properties) {
                let known = members.entry(name).or_default();
                let mut is_new = || self.shapes(property).is_none_or(|shapes| described.insert((*name, shapes)));
                if !property.never && is_new() {
                    known.push(property);
                }
            }
            open = conditions(&own);
        }
        let declared: HashSet<&str> = schemas.iter().flat_map(|schema| schema.properties.keys().copied()).collect();
        members.retain(|name, described| !described.is_empty() && !declared.contains(name));
        members
    }
}

/// Returns the schemas under conditions. `if` only tests a property, so it is the last one.
fn conditions<'m, 'd>(schemas: &[&'m Schema<'d>]) -> Vec<&'m Schema<'d>> {
    let all = || schemas.iter().flat_map(|schema| &schema.conditional);
    let is_test = |schema: &&'m Schema<'d>| schema.origin.last() == Some("if");
    all().filter(|schema| !is_test(schema)).chain(all().filter(is_test)).collect()
}

/// Returns `true` if a schema has properties under conditions.
pub(crate) fn has_conditional_members(schema: &Schema<'_>) -> bool {
    let describes =
        |part: &Schema<'_>| !part.properties.is_empty() || part.reference.is_some() || has_conditional_members(part);
    schema.conditional.iter().any(|part| describes(part) || part.all_of.iter().any(describes))
}
