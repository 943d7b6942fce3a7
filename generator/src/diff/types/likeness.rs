//! Whether two definitions may be one that was renamed.
//!
//! ```text
//! Dog: {name, breed}     Hound: {name, breed, age}      alike: half of the properties of the smaller are shared
//! Spam: {links}          Profile: {keyword, regex}      not alike: one replaces the other
//! ```

use crate::diff::comparison::Comparison;
use crate::hash::HashSet;
use crate::ir::{Struct, TypeId, TypeKind};

impl Comparison<'_> {
    /// Returns `false` if two components have different names and little else in common.
    pub(in crate::diff) fn may_be_renamed(&self, old: TypeId, new: TypeId) -> bool {
        if !(self.old.is_component(old) && self.new.is_component(new)) || self.old.label(old) == self.new.label(new) {
            return true;
        }
        match (&self.old.api.definition(old).kind, &self.new.api.definition(new).kind) {
            (TypeKind::Struct(old), TypeKind::Struct(new)) => are_alike(&properties(old), &properties(new)),
            (TypeKind::StringEnum(old), TypeKind::StringEnum(new)) => are_alike(
                &old.values.iter().map(|value| value.value.clone()).collect(),
                &new.values.iter().map(|value| value.value.clone()).collect(),
            ),
            (old, new) => std::mem::discriminant(old) == std::mem::discriminant(new),
        }
    }
}

/// Returns the names of the properties; those of constants include the value.
fn properties(object: &Struct) -> HashSet<String> {
    let fields = object.fields.iter().map(|field| field.wire_name.clone());
    let literals = object.literals.iter().map(|literal| format!("{} {}", literal.wire_name, literal.value));
    fields.chain(literals).collect()
}

fn are_alike(old: &HashSet<String>, new: &HashSet<String>) -> bool {
    old.intersection(new).count() * 2 >= old.len().min(new.len())
}
