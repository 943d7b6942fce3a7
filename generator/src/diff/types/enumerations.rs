//! Comparison of enums by their values, regardless of the order.

use std::collections::{HashMap, HashSet};
use std::fmt::Display;
use std::hash::Hash;

use crate::diff::change::{Change, Subject};
use crate::diff::comparison::Comparison;
use crate::diff::{Effect, EffectKind, Kind, Side};
use crate::ir::{Enumeration, TypeId};
use crate::names::TypeMembers;

impl Comparison<'_> {
    pub(in crate::diff) fn compare_enumerations<T: Display + Eq + Hash>(
        &mut self,
        (old, was): (TypeId, &Enumeration<T>),
        (new, is): (TypeId, &Enumeration<T>),
        subject: &Subject,
    ) {
        let is_one = self.are_matched(old, new);
        let (before, after) = (variants(self.old, old), variants(self.new, new));
        let at = |place: &Option<crate::source::Pointer>| place.clone().unwrap_or_default().join("enum");
        let places = (at(&subject.before), at(&subject.after));
        let (name, label) = (self.new.name(new), subject.shown());
        let known: HashSet<&T> = was.values.iter().map(|value| &value.value).collect();
        let mut by_value = HashMap::new();
        for (value, variant) in is.values.iter().zip(after) {
            by_value.entry(&value.value).or_insert((value, variant));
        }
        for (value, variant) in was.values.iter().zip(before) {
            let found = by_value.get(&value.value).copied();
            let (kind, message, effect) = match found {
                Some((_, same)) if same == variant || !is_one => continue,
                Some((_, other)) => (
                    Kind::EnumVariantRenamed,
                    format!("the value `{}` of `{label}` has another name in Rust", value.value),
                    Effect::new(EffectKind::Renamed, format!("`{name}::{variant}` is now `{name}::{other}`")),
                ),
                None => (
                    Kind::EnumValueRemoved,
                    format!("`{label}` no longer has the value `{}`", value.value),
                    Effect::new(EffectKind::Gone, format!("`{}::{variant}` is gone", self.old.name(old))),
                ),
            };
            let change = Change::new(kind, subject, message).between(&places.0, &places.1);
            self.add(change.causes(is_one.then_some(effect)));
        }
        for (value, variant) in is.values.iter().zip(after) {
            if !known.contains(&value.value) {
                let message = format!("`{label}` has the new value `{}`", value.value);
                let effect = Effect::new(EffectKind::Added, format!("`{name}::{variant}` is new"));
                let change = Change::new(Kind::EnumValueAdded, subject, message).between(&places.0, &places.1);
                self.add(change.causes(is_one.then_some(effect)));
            }
        }
    }
}

/// Returns the Rust names of the variants of an enum or union.
pub(in crate::diff) fn variants<'s>(side: &Side<'s>, id: TypeId) -> &'s [String] {
    match &side.names.type_(id).members {
        TypeMembers::Variants(names) => names,
        TypeMembers::Struct(_) | TypeMembers::None => &[],
    }
}
