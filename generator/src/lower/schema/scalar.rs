//! Scalars: schemas whose values are neither arrays nor objects, and so have a plain string form.

use serde_json::Value;

use super::lowering::SchemaLowering;
use super::parts::Part;
use crate::hash::HashSet;
use crate::model::{Schema, Types};
use crate::source::Pointer;

impl<'m, 'd> SchemaLowering<'m, 'd, '_> {
    /// Returns `true` if every value is a string, a number, a boolean or null. A schema that does not restrict the type
    /// accepts all values, so it is not a scalar.
    pub(crate) fn is_scalar(&self, schema: &'m Schema<'d>) -> bool {
        self.only_scalars(schema, &mut HashSet::default())
    }

    /// Each schema is visited once: the first visit of a `seen` schema decides.
    fn only_scalars(&self, schema: &'m Schema<'d>, seen: &mut HashSet<&'m Pointer>) -> bool {
        if !seen.insert(&schema.origin) {
            return true;
        }
        let own = self.own_schemas(schema);
        let has_inner =
            |own: &&'m Schema<'d>| !own.properties.is_empty() || own.types.intersects(Types::ARRAY | Types::OBJECT);
        let is_scalar = |value: &Value| !value.is_array() && !value.is_object();
        !own.iter().any(has_inner)
            && own.iter().any(|own| {
                let mut members = own.one_of.iter().chain(&own.any_of).peekable();
                !own.types.is_empty()
                    || own.enumeration.is_some_and(|values| values.iter().all(is_scalar))
                    || own.constant.is_some_and(is_scalar)
                    || (members.peek().is_some() && members.all(|member| self.only_scalars(member, seen)))
            })
    }

    /// Returns a schema and those that it refers to by `$ref` and `allOf`, each once.
    pub(crate) fn own_schemas(&self, schema: &'m Schema<'d>) -> Vec<&'m Schema<'d>> {
        let mut own = Vec::new();
        self.collect_own(schema, &mut own, &mut HashSet::default());
        own
    }

    fn collect_own(&self, schema: &'m Schema<'d>, own: &mut Vec<&'m Schema<'d>>, seen: &mut HashSet<&'m Pointer>) {
        if !seen.insert(&schema.origin) {
            return;
        }
        for part in self.parts(schema) {
            match part {
                Part::Reference(holder) => {
                    if let Some(target) = self.target(holder) {
                        self.collect_own(target, own, seen);
                    }
                }
                Part::Own(part) | Part::Members(part) => own.push(part),
            }
        }
    }
}
