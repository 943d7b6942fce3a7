//! Comparison of enums by their values, regardless of the order.

use std::fmt::Display;
use std::hash::Hash;

use crate::code_span::code_span;
use crate::diff::change::{Change, Subject};
use crate::diff::comparison::Comparison;
use crate::diff::{ChangeKind, Effect, EffectKind, Side};
use crate::hash::{HashMap, HashSet};
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
        let at = |location: &Option<crate::source::Pointer>| location.clone().unwrap_or_default().join("enum");
        let locations = (at(&subject.before), at(&subject.after));
        let (name, label) = (self.new.name(new), subject.quoted());
        let known: HashSet<&T> = was.values.iter().map(|value| &value.value).collect();
        let mut by_value = HashMap::default();
        for (value, variant) in is.values.iter().zip(after) {
            by_value.entry(&value.value).or_insert((value, variant));
        }
        for (value, variant) in was.values.iter().zip(before) {
            let found = by_value.get(&value.value).copied();
            let (kind, message, effect) = match found {
                Some((_, same)) if same == variant || !is_one => continue,
                Some((_, other)) => (
                    ChangeKind::EnumVariantRenamed,
                    format!("value {} of {label} renamed in Rust", code_span(&value.value.to_string())),
                    Effect::new(EffectKind::Renamed, format!("`{name}::{variant}` renamed to `{name}::{other}`")),
                ),
                None => (
                    if is.is_open { ChangeKind::OpenEnumValueRemoved } else { ChangeKind::EnumValueRemoved },
                    format!("value {} removed from {label}", code_span(&value.value.to_string())),
                    Effect::new(EffectKind::Removed, format!("`{}::{variant}` removed", self.old.name(old))),
                ),
            };
            let change = Change::new(kind, subject, message).between(&locations.0, &locations.1);
            self.add(change.causes(is_one.then_some(effect)));
        }
        let change = match (was.is_open, is.is_open) {
            (true, false) => Some((ChangeKind::EnumClosed, "no longer accepts other values")),
            (false, true) => Some((ChangeKind::EnumOpened, "accepts other values")),
            _ => None,
        };
        if let Some((kind, rest)) = change {
            let change = Change::new(kind, subject, format!("{label} {rest}"));
            self.add(change.between(&locations.0, &locations.1));
        }
        for (value, variant) in is.values.iter().zip(after) {
            if !known.contains(&value.value) {
                let message = format!("value {} added to {label}", code_span(&value.value.to_string()));
                let effect = Effect::new(EffectKind::Added, format!("`{name}::{variant}` added"));
                let change =
                    Change::new(ChangeKind::EnumValueAdded, subject, message).between(&locations.0, &locations.1);
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
