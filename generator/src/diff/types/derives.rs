//! Derives that types lose and gain: a new property of type `f64` removes `Eq` from a struct and from all types that
//! contain it.
//!
//! ```text
//! Usage { tokens: i64 }        Usage { tokens: i64, seconds: f64 }   `Usage` no longer derives `Eq` and `Hash`
//! Turn { usage: Usage }        Turn { usage: Usage }                 nor does `Turn`, because it contains `Usage`
//! ```

use std::collections::BTreeMap;

use crate::derives::{Traits, TypeDerives};
use crate::diff::change::Change;
use crate::diff::comparison::Comparison;
use crate::diff::{ChangeKind, Effect, EffectKind, Side};
use crate::hash::HashMap;
use crate::ir::{Edges, TypeId, TypeKind, ordered_components};
use crate::word_list::word_list;

/// The maximum number of types that an effect names.
const NAMED: usize = 5;

/// Derives that a type has on one side only.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Difference {
    lost: Vec<String>,
    gained: Vec<String>,
}

/// A type that caused others to lose and gain derives, with all of them grouped by difference.
#[derive(Debug, Default)]
struct Cause {
    types: BTreeMap<Difference, Vec<TypeId>>,
}

impl Comparison<'_> {
    /// Compares the derives of all pairs of types. If a type's derives changed because of a type in it, the difference
    /// is added to the change of that type.
    pub(in crate::diff) fn compare_derives(&mut self) {
        let pairs = self.old.api.type_ids().filter_map(|id| Some((self.matched_type(id)?, id)));
        let differences: HashMap<TypeId, (TypeId, Difference)> =
            pairs.filter_map(|(new, old)| Some((new, (old, self.difference(old, new)?)))).collect();
        if differences.is_empty() {
            return;
        }
        let held: Edges = self.new.api.type_ids().map(|id| self.new.api.held_by(id)).collect();
        let mut causes: HashMap<TypeId, TypeId> = HashMap::default();
        let mut found: BTreeMap<TypeId, Cause> = BTreeMap::new();
        for mut cycle in ordered_components(&held) {
            cycle.sort();
            let inner = cycle.iter().filter_map(|id| held.get(*id)).flatten().find_map(|id| causes.get(id)).copied();
            let changed = || cycle.iter().copied().filter(|id| differences.contains_key(id));
            let Some(cause) = inner.or_else(|| changed().next()) else { continue };
            for id in changed() {
                causes.insert(id, cause);
                if let Some((_, difference)) = differences.get(&id) {
                    found.entry(cause).or_default().types.entry(difference.clone()).or_default().push(id);
                }
            }
            // Derives propagate through an alias, which has none itself.
            causes.extend(cycle.iter().filter(|id| is_alias(self.new, **id)).map(|id| (*id, cause)));
        }
        for (cause, found) in found {
            let old = differences.get(&cause).map(|(old, _)| *old);
            old.into_iter().for_each(|old| self.add_derive_change(old, cause, &found));
        }
    }

    fn add_derive_change(&mut self, old: TypeId, new: TypeId, cause: &Cause) {
        let name = self.new.name(new);
        let mut effects = Vec::new();
        for (difference, types) in &cause.types {
            let mut names: Vec<&str> = types.iter().map(|id| self.new.name(*id)).collect();
            names.sort_by_key(|other| (*other != name, *other));
            let subject = enumerated(&names);
            let verb = |one: &'static str, many: &'static str| if names.len() == 1 { one } else { many };
            if !difference.lost.is_empty() {
                let (verb, lost) = (verb("derives", "derive"), enumerated(&difference.lost));
                effects.push(Effect::new(EffectKind::Removed, format!("{subject} no longer {verb} {lost}")));
            }
            if !difference.gained.is_empty() {
                let (verb, gained) = (verb("derives", "derive"), enumerated(&difference.gained));
                effects.push(Effect::new(EffectKind::Added, format!("{subject} {verb} {gained}")));
            }
        }
        let subject = self.pair_subject(old, new);
        let message = format!("derives of `{name}` changed");
        self.add(Change::new(ChangeKind::DerivesChanged, &subject, message).causes(effects));
    }

    /// Returns the derives that only one of two types has, or `None` if there is no difference or one of them has no
    /// derives.
    fn difference(&self, old: TypeId, new: TypeId) -> Option<Difference> {
        if is_alias(self.old, old) || is_alias(self.new, new) {
            return None;
        }
        let (was, is) = (self.old.derives.of_type(old)?, self.new.derives.of_type(new)?);
        let difference = Difference { lost: names_without(was, is), gained: names_without(is, was) };
        (difference != Difference::default()).then_some(difference)
    }
}

/// Returns `true` for an alias that is not a newtype, and therefore has no derives.
fn is_alias(side: &Side<'_>, id: TypeId) -> bool {
    matches!(side.api.definition(id).kind, TypeKind::Alias(_)) && !side.graph.is_newtype(id)
}

/// Returns the names of the derives of one type that another does not have.
fn names_without(one: &TypeDerives, other: &TypeDerives) -> Vec<String> {
    // `Default` depends on the fields of a struct and is compared with them.
    let traits = (one.traits - other.traits - Traits::DEFAULT).names().map(str::to_owned);
    let paths = one.paths.iter().filter(|path| !other.paths.contains(path)).map(|path| path.as_str().to_owned());
    traits.chain(paths).collect()
}

/// Returns quoted names as an enumeration in prose.
fn enumerated(names: &[impl AsRef<str>]) -> String {
    let mut quoted: Vec<String> = names.iter().take(NAMED).map(|name| format!("`{}`", name.as_ref())).collect();
    let more = names.len().saturating_sub(NAMED);
    if more > 0 {
        quoted.push(format!("{more} more"));
    }
    word_list(quoted, "and")
}
