//! Scalars: schemas whose values are neither arrays nor objects, and so have a plain text.

use std::collections::HashSet;

use serde_json::Value;

use super::Lowering;
use crate::model::{Schema, Types};
use crate::source::Pointer;

impl<'m, 'd> Lowering<'m, 'd, '_> {
    /// Returns `true` if every value is a string, a number, a boolean or null. A schema without any statement about
    /// types allows all values, and is not a scalar.
    pub(super) fn is_scalar(&self, schema: &'m Schema<'d>) -> bool {
        self.only_scalars(schema, &mut HashSet::new())
    }

    /// A schema that has been `seen` is looked at elsewhere, so that each costs once.
    fn only_scalars(&self, schema: &'m Schema<'d>, seen: &mut HashSet<&'m Pointer>) -> bool {
        let Some(schema) = self.resolve(schema) else { return false };
        if !seen.insert(&schema.origin) {
            return true;
        }
        if !schema.properties.is_empty() || schema.types.intersects(Types::ARRAY | Types::OBJECT) {
            return false;
        }
        let is_scalar = |value: &Value| !value.is_array() && !value.is_object();
        let members = || schema.one_of.iter().chain(&schema.any_of);
        !schema.types.is_empty()
            || schema.enumeration.is_some_and(|values| values.iter().all(is_scalar))
            || schema.constant.is_some_and(is_scalar)
            || (members().next().is_some() && members().all(|member| self.only_scalars(member, seen)))
            || schema.all_of.iter().any(|member| self.only_scalars(member, seen))
    }
}
