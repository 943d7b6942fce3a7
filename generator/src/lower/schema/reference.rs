//! References between schemas.

use super::lowering::{Lowered, SchemaLowering};
use super::parts::Part;
use crate::diagnostics::Code;
use crate::hash::HashSet;
use crate::ir::{Scalar, Type};
use crate::model::Schema;
use crate::source::Pointer;

impl<'m, 'd> SchemaLowering<'m, 'd, '_> {
    /// Returns the schema that a reference points at.
    pub(crate) fn target(&self, holder: &Schema<'d>) -> Option<&'m Schema<'d>> {
        self.model.schema(holder.reference.as_ref()?.target.as_ref().ok()?)
    }

    pub(crate) fn reference(&mut self, holder: &'m Schema<'d>) -> Lowered {
        let any = Lowered::new(Type::Scalar(Scalar::Any), false);
        let Some(target) = self.target(holder) else {
            self.report_unresolved(holder, "any JSON value is accepted");
            return any;
        };
        if self.is_endless(target) {
            let message = "this reference refers only to itself; any JSON value is accepted";
            self.report(Code::ReferenceCycle, &holder.origin, message);
            return any;
        }
        if let Some(overridden) = self.type_override(target) {
            return overridden;
        }
        match self.components.ids.get(&target.origin) {
            Some(id) => Lowered::new(Type::Named(*id), self.is_nullable(target)),
            None => any,
        }
    }

    /// Returns `true` if a chain of references returns to the schema without reaching another keyword.
    fn is_endless(&self, schema: &'m Schema<'d>) -> bool {
        let mut seen: HashSet<&Pointer> = HashSet::default();
        let mut at = schema;
        while seen.insert(&at.origin) {
            match self.parts(at).as_slice() {
                [Part::Reference(holder)] => match self.target(holder) {
                    Some(next) => at = next,
                    None => return false,
                },
                _ => return false,
            }
        }
        true
    }

    /// Follows references that have no siblings. Returns `None` for a schema with several parts or with a type
    /// override.
    pub(crate) fn resolve(&self, member: &'m Schema<'d>) -> Option<&'m Schema<'d>> {
        /// Longer chains are reported as cycles when they are lowered.
        const LONGEST: usize = 16;
        let mut at = member;
        for _ in 0..LONGEST {
            if self.is_overridden(at) {
                return None;
            }
            match self.parts(at).as_slice() {
                [Part::Own(own)] => return Some(own),
                [Part::Reference(holder)] => at = self.target(holder)?,
                _ => return None,
            }
        }
        None
    }
}
