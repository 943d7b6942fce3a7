//! The constraints that apply at a location: its own, and those of the schemas and aliases that it refers to.
//!
//! ```text
//! name: {allOf: [{$ref: Name}, {maxLength: 5}]}   Name: {type: string, maxLength: 9, pattern: ^x}
//! name: a string with maxLength 5 and pattern ^x
//! pet: {$ref: Pet}                                Pet: {type: object, minProperties: 2}
//! pet: none, because changes of `minProperties` are reported once, with Pet
//! ```

use super::{Shape, Side};
use crate::diff::comparison::Comparison;
use crate::diff::location::Location;
use crate::hash::HashSet;
use crate::ir::{Constraints, Documentation, Type, TypeId, TypeKind};
use crate::source::Pointer;

/// The maximum number of references that a location follows. Without a limit, long chains of `allOf` would take
/// quadratic time.
const LONGEST: usize = 64;

impl Comparison<'_> {
    /// Compares the constraints at a location. Those that the definition of its type has on both sides are reported with
    /// the definition.
    pub(super) fn compare_constraints(&mut self, old: &Type, new: &Type, location: &Location<'_>) {
        let (mut was, mut is) = match (definition(old), definition(new)) {
            (Some(known), Some(found)) => {
                let (mut was, mut is) = (resolved(self.old, location.old), resolved(self.new, location.new));
                let (mut of_known, mut of_found) = (of_definition(self.old, known), of_definition(self.new, found));
                self.drop_defaults_of_inline([known, found], &mut of_known, &mut of_found);
                drop_repeated(&mut was, &mut is, of_known, of_found);
                (was, is)
            }
            _ => self.effective_constraints(old, new, location).into(),
        };
        let shapes = [Shape::of(self.old, old), Shape::of(self.new, new)];
        if shapes.contains(&Shape::Union) {
            // The variants of a union are its alternatives.
            was.alternatives.clear();
            is.alternatives.clear();
        }
        self.constraints(&was, &is, shapes == [Shape::Integer; 2], location);
    }

    /// Returns the constraints at a location together with those of the aliases there.
    pub(super) fn effective_constraints(&self, old: &Type, new: &Type, location: &Location<'_>) -> [Constraints; 2] {
        [
            effective(self.old, old, location.old, location.before),
            effective(self.new, new, location.new, location.after),
        ]
    }

    /// Drops the defaults of definitions without a name, which are those of their only location.
    fn drop_defaults_of_inline(&self, ids: [TypeId; 2], old: &mut Constraints, new: &mut Constraints) {
        let [known, found] = ids;
        if !(self.old.is_component(known) && self.new.is_component(found)) {
            (old.default, new.default) = (None, None);
        }
    }

    /// Compares the constraints of two definitions.
    pub(super) fn compare_constraints_of(&mut self, old: TypeId, new: TypeId, location: &Location<'_>) {
        let (mut was, mut is) = (of_definition(self.old, old), of_definition(self.new, new));
        self.drop_defaults_of_inline([old, new], &mut was, &mut is);
        let shapes = [Shape::of(self.old, &Type::Named(old)), Shape::of(self.new, &Type::Named(new))];
        if shapes.contains(&Shape::Union) {
            was.alternatives.clear();
            is.alternatives.clear();
        }
        self.constraints(&was, &is, shapes == [Shape::Integer; 2], location);
    }
}

/// Returns the definition of a type, nullable or not.
pub(super) fn definition(type_: &Type) -> Option<TypeId> {
    match type_ {
        Type::Named(id) => Some(*id),
        Type::Nullable(inner) => definition(inner),
        _ => None,
    }
}

fn stated(documentation: &Documentation) -> Option<&Constraints> {
    documentation.constraints.as_deref()
}

/// Returns the constraints of a definition.
fn of_definition(side: &Side<'_>, id: TypeId) -> Constraints {
    resolved(side, stated(&side.api.definition(id).documentation))
}

/// Returns constraints with those of their references.
fn resolved(side: &Side<'_>, own: Option<&Constraints>) -> Constraints {
    let mut found = own.cloned().unwrap_or_default();
    for alternative in &mut found.alternatives {
        follow(side, alternative);
    }
    follow(side, &mut found);
    if found.alternatives.contains(&Constraints::default()) {
        found.alternatives.clear();
    }
    found
}

/// Adds the constraints of references, each once.
fn follow(side: &Side<'_>, found: &mut Constraints) {
    let mut seen: HashSet<TypeId> = HashSet::default();
    let mut references = std::mem::take(&mut found.references);
    let mut count = 0;
    while let Some(reference) = references.pop().filter(|_| count < LONGEST) {
        count += 1;
        let Some(id) = side.defined_at(&reference).filter(|id| seen.insert(*id)) else { continue };
        let definition = side.api.definition(id);
        if let Some(constraints) = stated(&definition.documentation) {
            found.narrow(constraints);
        }
        references.append(&mut found.references);
    }
    found.references.clear();
}

/// Returns the constraints at a location together with those of the aliases there. A definition made from the schema at
/// `origin` itself has the constraints of that schema, which may be an array of the definition.
fn effective(side: &Side<'_>, type_: &Type, own: Option<&Constraints>, origin: &Pointer) -> Constraints {
    let mut found = own.cloned().unwrap_or_default();
    let mut at = type_;
    while let Some(id) = definition(at) {
        let definition = side.api.definition(id);
        if let Some(constraints) = stated(&definition.documentation).filter(|_| definition.origin != *origin) {
            found.narrow(constraints);
        }
        match &definition.kind {
            TypeKind::Alias(target) if !side.graph.is_newtype(id) => at = target,
            _ => break,
        }
    }
    resolved(side, Some(&found))
}

/// Drops the constraints that the definition has on both sides.
fn drop_repeated(was: &mut Constraints, is: &mut Constraints, old: Constraints, new: Constraints) {
    let has = |of: &Constraints, bound| of.bounds.iter().find(|(known, _)| *known == bound).cloned();
    let mut bounds: Vec<_> = was.bounds.iter().chain(&is.bounds).map(|(bound, _)| *bound).collect();
    bounds.retain(|bound| has(was, *bound) == has(&old, *bound) && has(is, *bound) == has(&new, *bound));
    was.bounds.retain(|(bound, _)| !bounds.contains(bound));
    is.bounds.retain(|(bound, _)| !bounds.contains(bound));
    macro_rules! drop_equal {
        ($($field:ident)*) => {$(
            if was.$field == old.$field && is.$field == new.$field {
                (was.$field, is.$field) = Default::default();
            }
        )*};
    }
    drop_equal!(pattern format default conditions elements sunset alternatives);
}
