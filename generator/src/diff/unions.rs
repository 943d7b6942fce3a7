//! Unions: their members, and how these are told apart.

use std::collections::{BTreeSet, HashMap, HashSet};

use serde_json::Value;

use super::change::{Change, Subject};
use super::comparison::Comparison;
use super::enumerations::variants;
use super::place::Place;
use super::{Effect, EffectKind, Kind};
use crate::ir::{Tagged, Type, TypeId, Union, UnionPlan, Variant};

type Owned<'s> = (TypeId, &'s Union);

impl Comparison<'_> {
    pub(super) fn compare_unions(&mut self, old: Owned<'_>, new: Owned<'_>, subject: &Subject) {
        let matched = self.match_variants(old, new);
        for (at, variant) in old.1.variants.iter().enumerate() {
            match matched.get(&at).and_then(|at| Some((*at, new.1.variants.get(*at)?))) {
                Some((new_at, other)) => self.compare_variants((old.0, at, variant), (new.0, new_at, other), subject),
                None => self.variant_removed(old.0, new.0, at, variant, subject),
            }
        }
        let taken: HashSet<usize> = matched.values().copied().collect();
        for (at, variant) in new.1.variants.iter().enumerate() {
            if !taken.contains(&at) {
                let name = variants(self.new, new.0).get(at).cloned().unwrap_or_default();
                let effect = Effect::new(EffectKind::Added, format!("`{}::{name}` is new", self.new.name(new.0)));
                let message = format!("`{}` can also be `{}`", subject.shown(), self.new.text(&variant.type_));
                let change = Change::new(Kind::UnionMemberAdded, subject, message).is(&variant.origin);
                self.add(change.causes(self.are_partners(old.0, new.0).then_some(effect)));
            }
        }
        match (&old.1.plan, &new.1.plan) {
            (UnionPlan::Tagged(was), UnionPlan::Tagged(is)) => self.compare_tags(was, is, &matched, subject),
            (UnionPlan::Tagged(was), UnionPlan::Shaped(_)) => {
                let message = format!("`{}` is no longer told apart by `{}`", subject.shown(), was.property);
                self.add(Change::new(Kind::DiscriminatorRemoved, subject, message).causes([read_otherwise()]));
            }
            (UnionPlan::Shaped(_), UnionPlan::Tagged(is)) => {
                let message = format!("`{}` is told apart by `{}` now", subject.shown(), is.property);
                self.add(Change::new(Kind::DiscriminatorAdded, subject, message).causes([read_otherwise()]));
            }
            // Forms are never read, and a form is no JSON on the other side either.
            (UnionPlan::Form, _) | (_, UnionPlan::Form) => {}
            (UnionPlan::Shaped(was), UnionPlan::Shaped(is)) => {
                let order = |rows: Vec<Option<usize>>| -> Vec<usize> { rows.into_iter().flatten().collect() };
                let before = order(was.iter().map(|row| matched.get(&row.variant).copied()).collect());
                let kept = |at: usize| taken.contains(&at).then_some(at);
                let after = order(is.iter().map(|row| kept(row.variant)).collect());
                if before != after {
                    let message = format!("the members of `{}` are tried in another order", subject.shown());
                    self.add(Change::new(Kind::UnionOrderChanged, subject, message).causes([read_otherwise()]));
                }
            }
        }
    }

    /// Which member of the new union each member of the old one is: of the same type, or of the same name, or the only
    /// one that is left.
    fn match_variants(&mut self, old: Owned<'_>, new: Owned<'_>) -> HashMap<usize, usize> {
        let mut matched: HashMap<usize, usize> = HashMap::new();
        let (before, after) = (variants(self.old, old.0), variants(self.new, new.0));
        let shape = |type_: &Type| std::mem::discriminant(type_);
        let mut free: BTreeSet<usize> = (0..new.1.variants.len()).collect();
        let by_name: HashMap<&str, usize> = after.iter().enumerate().map(|(at, name)| (name.as_str(), at)).collect();
        let mut named: HashMap<TypeId, usize> = HashMap::new();
        for (at, variant) in new.1.variants.iter().enumerate() {
            if let Type::Named(id) = &variant.type_ {
                named.entry(*id).or_insert(at);
            }
        }
        for round in 0..4 {
            for (at, was) in old.1.variants.iter().enumerate() {
                if matched.contains_key(&at) {
                    continue;
                }
                let fits = |other: usize| {
                    let Some(is) = new.1.variants.get(other) else { return false };
                    let is_new = |id: &TypeId| !self.is_partnered(*id);
                    let may_be = match (&was.type_, &is.type_) {
                        (Type::Named(a), Type::Named(b)) => {
                            self.are_partners(*a, *b) || (self.partner(*a).is_none() && is_new(b))
                        }
                        _ => true,
                    };
                    match round {
                        0 => self.is_same(&was.type_, &is.type_),
                        1 => may_be && before.get(at) == after.get(other),
                        2 => may_be && shape(&was.type_) == shape(&is.type_),
                        _ => before.get(at) == after.get(other),
                    }
                };
                // Where it can be known, only the one is looked at that may fit: by its type or by its name.
                let only = match (round, &was.type_) {
                    (0, Type::Named(id)) => match self.partner(*id) {
                        Some(partner) => named.get(&partner).copied(),
                        // A type without a partner is only the same as another by what it is an alias of.
                        None => std::ptr::eq(self.old.resolved(&was.type_), &was.type_).then_some(usize::MAX),
                    },
                    (1 | 3, _) => before.get(at).map(|name| by_name.get(name.as_str()).copied().unwrap_or(usize::MAX)),
                    _ => None,
                };
                let found = match only {
                    Some(only) => Some(only).filter(|only| free.contains(only) && fits(*only)),
                    None => free.iter().copied().find(|other| fits(*other)),
                };
                if let Some(found) = found {
                    matched.insert(at, found);
                    free.remove(&found);
                    if round < 3
                        && let Some(is) = new.1.variants.get(found)
                    {
                        self.meet_types(&was.type_, &is.type_);
                    }
                }
            }
        }
        matched
    }

    fn compare_variants(
        &mut self,
        (old, at, was): (TypeId, usize, &Variant),
        (new, new_at, is): (TypeId, usize, &Variant),
        subject: &Subject,
    ) {
        let name = |names: &[String], at: usize| names.get(at).cloned().unwrap_or_default();
        let (before, after) = (name(variants(self.old, old), at), name(variants(self.new, new), new_at));
        self.meet_types(&was.type_, &is.type_);
        let phrase = format!("the member `{after}` of `{}`", subject.shown());
        let place = Place::new(subject, phrase, [&was.origin, &is.origin]);
        let place = place.says(&was.documentation, &is.documentation);
        let is_one = self.are_partners(old, new);
        let mut effect =
            is_one.then(|| self.retyped(&format!("`{}::{after}`", self.new.name(new)), &was.type_, &is.type_));
        let boxes = (self.old.is_boxed(old, &was.type_), self.new.is_boxed(new, &is.type_));
        if is_one && boxes.0 != boxes.1 && matches!(effect, Some(None)) {
            let text = format!("`{}::{after}` holds a `Box` on one side only", self.new.name(new));
            effect = Some(Some(Effect::new(EffectKind::Retyped, text)));
        }
        self.compare_place(&was.type_, &is.type_, place.clone().causes(effect.flatten()));
        if is_one && before != after {
            let text = format!("`{}::{before}` is now `{}::{after}`", self.old.name(old), self.new.name(new));
            let change = place.change(Kind::UnionVariantRenamed, " has another name in Rust");
            self.add(change.causes([Effect::new(EffectKind::Renamed, text)]));
        }
    }

    fn variant_removed(&mut self, old: TypeId, new: TypeId, at: usize, variant: &Variant, subject: &Subject) {
        let name = variants(self.old, old).get(at).cloned().unwrap_or_default();
        let effect = Effect::new(EffectKind::Gone, format!("`{}::{name}` is gone", self.old.name(old)));
        let message = format!("`{}` can no longer be `{}`", subject.shown(), self.old.text(&variant.type_));
        let change = Change::new(Kind::UnionMemberRemoved, subject, message).was(&variant.origin);
        self.add(change.causes(self.are_partners(old, new).then_some(effect)));
    }

    /// Values of a discriminator with what they lead to. Those of members that came or went are told with these.
    fn compare_tags(&mut self, was: &Tagged, is: &Tagged, matched: &HashMap<usize, usize>, subject: &Subject) {
        let label = subject.shown();
        if was.property != is.property {
            let message = format!("`{label}` is told apart by `{}` instead of `{}`", is.property, was.property);
            self.add(Change::new(Kind::DiscriminatorChanged, subject, message).causes([read_otherwise()]));
        }
        let mut tell = |kind, message: String| {
            self.add(Change::new(kind, subject, message).causes([read_otherwise()]));
        };
        let by_value = |tags: &'_ Tagged| -> HashMap<Value, usize> {
            tags.tags.iter().map(|tag| (tag.value.clone(), tag.variant)).collect()
        };
        let (before, after) = (by_value(was), by_value(is));
        let taken: HashSet<usize> = matched.values().copied().collect();
        for tag in &was.tags {
            let kept = matched.get(&tag.variant);
            match (kept, after.get(&tag.value)) {
                (Some(_), None) => {
                    tell(Kind::MappingRemoved, format!("`{}` no longer stands for a member of `{label}`", tag.text()));
                }
                (kept, Some(other)) if kept != Some(other) => {
                    tell(Kind::MappingChanged, format!("`{}` stands for another member of `{label}`", tag.text()));
                }
                _ => {}
            }
        }
        for tag in &is.tags {
            if taken.contains(&tag.variant) && !before.contains_key(&tag.value) {
                tell(Kind::MappingAdded, format!("`{}` stands for a member of `{label}`", tag.text()));
            }
        }
        let default = was.default.map(|at| matched.get(&at).copied());
        if default != is.default.map(Some) {
            tell(Kind::MappingChanged, format!("values of `{label}` without a known tag are read otherwise"));
        }
    }
}

/// Members of a union are found in another way.
fn read_otherwise() -> Effect {
    Effect::new(EffectKind::Behaviour, "values find their variants otherwise")
}
