//! Comparison of unions: their variants, and the rules that distinguish them.

use std::collections::VecDeque;
use std::mem::Discriminant;

use serde_json::Value;

use super::enumerations::variants;
use super::signature::signature;
use crate::code_span::code_span;
use crate::diff::change::{Change, Subject};
use crate::diff::comparison::Comparison;
use crate::diff::effect::RetypedItem;
use crate::diff::location::Location;
use crate::diff::{ChangeKind, Effect, EffectKind, Side};
use crate::hash::{HashMap, HashSet};
use crate::ir::{Holder, TagDispatch, Type, TypeId, Union, UnionDispatch, Variant};

type Owned<'s> = (TypeId, &'s Union);

impl Comparison<'_> {
    pub(in crate::diff) fn compare_unions(&mut self, old: Owned<'_>, new: Owned<'_>, subject: &Subject) {
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
                let effect = Effect::new(EffectKind::Added, format!("`{}::{name}` added", self.new.name(new.0)));
                let message = format!("variant `{}` added to {}", self.new.text(&variant.type_), subject.quoted());
                let change = Change::new(ChangeKind::UnionVariantAdded, subject, message).is(&variant.origin);
                self.add(change.causes(self.are_matched(old.0, new.0).then_some(effect)));
            }
        }
        match (&old.1.dispatch, &new.1.dispatch) {
            (UnionDispatch::ByTag(was), UnionDispatch::ByTag(is)) => self.compare_tags(was, is, &matched, subject),
            (UnionDispatch::ByTag(was), UnionDispatch::ByShape(_)) => {
                let message = format!("discriminator {} removed from {}", code_span(&was.property), subject.quoted());
                self.add(
                    Change::new(ChangeKind::DiscriminatorRemoved, subject, message).causes([decoded_differently()]),
                );
            }
            (UnionDispatch::ByShape(_), UnionDispatch::ByTag(is)) => {
                let message = format!("discriminator {} added to {}", code_span(&is.property), subject.quoted());
                self.add(Change::new(ChangeKind::DiscriminatorAdded, subject, message).causes([decoded_differently()]));
            }
            // Forms are never decoded, and a form does not become JSON on the other side.
            (UnionDispatch::Form, _) | (_, UnionDispatch::Form) => {}
            (UnionDispatch::ByShape(was), UnionDispatch::ByShape(is)) => {
                let order = |rows: Vec<Option<usize>>| -> Vec<usize> { rows.into_iter().flatten().collect() };
                let before = order(was.iter().map(|row| matched.get(&row.variant).copied()).collect());
                let is_matched = |at: usize| taken.contains(&at).then_some(at);
                let after = order(is.iter().map(|row| is_matched(row.variant)).collect());
                if before != after {
                    let message = format!("order of the variants of {} changed", subject.quoted());
                    self.add(
                        Change::new(ChangeKind::UnionOrderChanged, subject, message).causes([decoded_differently()]),
                    );
                }
            }
        }
    }

    /// Matches the variants of both unions: by type, by structure, by name, or with the first remaining variant of the
    /// same shape.
    fn match_variants(&mut self, old: Owned<'_>, new: Owned<'_>) -> HashMap<usize, usize> {
        let mut matched: HashMap<usize, usize> = HashMap::default();
        let (before, after) = (variants(self.old, old.0), variants(self.new, new.0));
        let by_name: HashMap<&str, usize> = after.iter().enumerate().map(|(at, name)| (name.as_str(), at)).collect();
        let mut candidates = Candidates::new(self.new, new.1);
        for round in [Round::Type, Round::Structure, Round::NameAndType, Round::Shape, Round::Name] {
            if round == Round::Structure {
                candidates.index_structures(self.new, new.1);
            }
            for (at, was) in old.1.variants.iter().enumerate() {
                if matched.contains_key(&at) {
                    continue;
                }
                let same_name = before.get(at).and_then(|name| by_name.get(name.as_str()).copied());
                let found = match round {
                    Round::Type => candidates.of_type(self, &was.type_),
                    Round::Structure => candidates.of_structure(self.old, &was.type_),
                    Round::NameAndType => same_name.filter(|other| self.may_be_one(&was.type_, new.1, *other)),
                    Round::Shape => candidates.of_shape(self, &was.type_, new.1),
                    Round::Name => same_name,
                };
                let Some(found) = found.filter(|found| candidates.free.remove(found)) else { continue };
                matched.insert(at, found);
                if round != Round::Name
                    && let Some(is) = new.1.variants.get(found)
                {
                    self.compare_types_once(&was.type_, &is.type_);
                }
            }
        }
        matched
    }

    /// Returns `true` unless a type and the type of a variant of the new union are known to differ.
    fn may_be_one(&self, was: &Type, new: &Union, other: usize) -> bool {
        match (was, new.variants.get(other).map(|variant| &variant.type_)) {
            (Type::Named(a), Some(Type::Named(b))) => {
                let is_free = self.matched_type(*a).is_none() && !self.is_matched(*b);
                self.are_matched(*a, *b) || (is_free && self.may_be_renamed(*a, *b))
            }
            (_, is) => is.is_some(),
        }
    }

    fn compare_variants(
        &mut self,
        (old, at, was): (TypeId, usize, &Variant),
        (new, new_at, is): (TypeId, usize, &Variant),
        subject: &Subject,
    ) {
        let name = |names: &[String], at: usize| names.get(at).cloned().unwrap_or_default();
        let (before, after) = (name(variants(self.old, old), at), name(variants(self.new, new), new_at));
        self.compare_types_once(&was.type_, &is.type_);
        let phrase = format!("variant `{after}` of {}", subject.quoted());
        let location = Location::new(subject, phrase, [&was.origin, &is.origin]);
        let location = location.with_constraints(&was.documentation, &is.documentation);
        let is_one = self.are_matched(old, new);
        let item = || RetypedItem::Named(format!("{}::{after}", self.new.name(new)));
        let mut effect = is_one.then(|| self.retyped(item(), &was.type_, &is.type_));
        let holders = (self.old.holder(old, &was.type_), self.new.holder(new, &is.type_));
        if is_one && holders.0 != holders.1 && matches!(effect, Some(None)) {
            let spelled = |side: &Side<'_>, holder: Holder, type_: &Type| match holder.name() {
                Some(pointer) => format!("{pointer}<{}>", side.text(type_)),
                None => side.text(type_),
            };
            let before = spelled(self.old, holders.0, &was.type_);
            let after = spelled(self.new, holders.1, &is.type_);
            effect = Some(Some(Effect::retyped(item(), &before, &after)));
        }
        self.compare_location(&was.type_, &is.type_, location.clone().causes(effect.flatten()));
        if is_one && before != after {
            let text = format!("`{}::{before}` renamed to `{}::{after}`", self.old.name(old), self.new.name(new));
            let change = location.change(ChangeKind::UnionVariantRenamed, " renamed in Rust");
            self.add(change.causes([Effect::new(EffectKind::Renamed, text)]));
        }
    }

    fn variant_removed(&mut self, old: TypeId, new: TypeId, at: usize, variant: &Variant, subject: &Subject) {
        let name = variants(self.old, old).get(at).cloned().unwrap_or_default();
        let effect = Effect::new(EffectKind::Removed, format!("`{}::{name}` removed", self.old.name(old)));
        let message = format!("variant `{}` removed from {}", self.old.text(&variant.type_), subject.quoted());
        let change = Change::new(ChangeKind::UnionVariantRemoved, subject, message).was(&variant.origin);
        self.add(change.causes(self.are_matched(old, new).then_some(effect)));
    }

    /// Compares the mapping of a discriminator. Tags of added or removed variants are reported with these variants.
    fn compare_tags(
        &mut self,
        was: &TagDispatch,
        is: &TagDispatch,
        matched: &HashMap<usize, usize>,
        subject: &Subject,
    ) {
        let label = subject.quoted();
        if was.property != is.property {
            let message = format!(
                "discriminator of {label} changed from {} to {}",
                code_span(&was.property),
                code_span(&is.property)
            );
            self.add(Change::new(ChangeKind::DiscriminatorChanged, subject, message).causes([decoded_differently()]));
        }
        let mut add = |kind, message: String| {
            self.add(Change::new(kind, subject, message).causes([decoded_differently()]));
        };
        let by_value = |tags: &'_ TagDispatch| -> HashMap<Value, usize> {
            tags.tags.iter().map(|tag| (tag.value.clone(), tag.variant)).collect()
        };
        let (before, after) = (by_value(was), by_value(is));
        let taken: HashSet<usize> = matched.values().copied().collect();
        for tag in &was.tags {
            let variant = matched.get(&tag.variant);
            match (variant, after.get(&tag.value)) {
                (Some(_), None) => {
                    add(
                        ChangeKind::MappingRemoved,
                        format!("discriminator value {} removed from {label}", code_span(&tag.text())),
                    );
                }
                (variant, Some(other)) if variant != Some(other) => {
                    add(
                        ChangeKind::MappingChanged,
                        format!("variant of the discriminator value {} of {label} changed", code_span(&tag.text())),
                    );
                }
                _ => {}
            }
        }
        for tag in &is.tags {
            if taken.contains(&tag.variant) && !before.contains_key(&tag.value) {
                add(
                    ChangeKind::MappingAdded,
                    format!("discriminator value {} added to {label}", code_span(&tag.text())),
                );
            }
        }
        let default = was.default.map(|at| matched.get(&at).copied());
        if default != is.default.map(Some) {
            add(ChangeKind::MappingChanged, format!("variant of unmapped discriminator values of {label} changed"));
        }
    }
}

/// A type as a key. Keys of types from both sides are equal if a program can use one type like the other
/// ([`Comparison::is_same`]).
#[derive(PartialEq, Eq, Hash)]
enum TypeKey {
    /// A type of the new client, or a type of the old client that is matched with it.
    Matched(TypeId),
    /// A type of the old client without a match.
    Unmatched(TypeId),
    Array(Box<Self>),
    Map(Box<Self>),
    Nullable(Box<Self>),
    Tuple(Vec<Self>),
    /// An overriding type from `apiarist.toml`, by its path.
    Custom(String),
    Scalar(Type),
}

impl TypeKey {
    /// Returns the key of a type; `named` returns the key of a type with a definition.
    fn of(side: &Side<'_>, type_: &Type, named: &impl Fn(TypeId) -> Self) -> Self {
        let inner = |inner: &Type| Self::of(side, inner, named);
        match side.resolved(type_) {
            Type::Named(id) => named(*id),
            Type::Array(element) => Self::Array(Box::new(inner(element))),
            Type::Map(value) => Self::Map(Box::new(inner(value))),
            Type::Nullable(value) => Self::Nullable(Box::new(inner(value))),
            Type::Tuple(elements) => Self::Tuple(elements.iter().map(inner).collect()),
            Type::Custom(custom) => Self::Custom(custom.path.clone()),
            scalar => Self::Scalar(scalar.clone()),
        }
    }
}

/// The criterion by which variants of two unions are matched, most reliable first.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Round {
    Type,
    Structure,
    NameAndType,
    Shape,
    Name,
}

/// The unmatched variants of a new union, indexed by criterion. Searching all of them for each variant of the old union
/// would take quadratic time.
struct Candidates {
    free: HashSet<usize>,
    by_definition: HashMap<TypeId, usize>,
    by_type: HashMap<TypeKey, VecDeque<usize>>,
    by_structure: HashMap<String, VecDeque<usize>>,
    by_shape: HashMap<Discriminant<Type>, VecDeque<usize>>,
}

impl Candidates {
    fn new(side: &Side<'_>, union: &Union) -> Self {
        let mut candidates = Self {
            free: (0..union.variants.len()).collect(),
            by_definition: HashMap::default(),
            by_type: HashMap::default(),
            by_structure: HashMap::default(),
            by_shape: HashMap::default(),
        };
        for (at, variant) in union.variants.iter().enumerate() {
            let type_ = &variant.type_;
            if let Type::Named(id) = type_ {
                candidates.by_definition.entry(*id).or_insert(at);
            }
            let key = TypeKey::of(side, type_, &TypeKey::Matched);
            candidates.by_type.entry(key).or_default().push_back(at);
            candidates.by_shape.entry(std::mem::discriminant(type_)).or_default().push_back(at);
        }
        candidates
    }

    /// Indexes the free variants by structure.
    fn index_structures(&mut self, side: &Side<'_>, union: &Union) {
        let free = union.variants.iter().enumerate().filter(|(at, _)| self.free.contains(at));
        for (at, variant) in free {
            self.by_structure.entry(signature(side, &variant.type_)).or_default().push_back(at);
        }
    }

    /// Returns the first free variant of the same structure, whatever its name.
    fn of_structure(&mut self, side: &Side<'_>, was: &Type) -> Option<usize> {
        // Without free variants, no structure is needed.
        if self.by_structure.is_empty() {
            return None;
        }
        first(self.by_structure.get_mut(&signature(side, was))?, |at| self.free.contains(&at))
    }

    /// Returns the free variant whose definition is matched with a type.
    fn matched(&self, comparison: &Comparison<'_>, was: &Type) -> Option<usize> {
        let Type::Named(id) = was else { return None };
        let matched = self.by_definition.get(&comparison.matched_type(*id)?).copied();
        matched.filter(|at| self.free.contains(at))
    }

    /// Returns the first free variant of the same type.
    fn of_type(&mut self, comparison: &Comparison<'_>, was: &Type) -> Option<usize> {
        if let Some(matched) = self.matched(comparison, was) {
            return Some(matched);
        }
        let named = |id: TypeId| comparison.matched_type(id).map_or(TypeKey::Unmatched(id), TypeKey::Matched);
        let key = TypeKey::of(comparison.old, was, &named);
        first(self.by_type.get_mut(&key)?, |at| self.free.contains(&at))
    }

    /// Returns the first free variant of the same shape. A definition may be the same type.
    fn of_shape(&mut self, comparison: &Comparison<'_>, was: &Type, union: &Union) -> Option<usize> {
        if let Some(matched) = self.matched(comparison, was) {
            return Some(matched);
        }
        if matches!(was, Type::Named(id) if comparison.matched_type(*id).is_some()) {
            return None;
        }
        let may_be = |at: usize| match union.variants.get(at).map(|variant| &variant.type_) {
            Some(Type::Named(id)) => !comparison.is_matched(*id),
            is => is.is_some(),
        };
        let is_alike = |at: usize| match (was, union.variants.get(at).map(|variant| &variant.type_)) {
            (Type::Named(was), Some(Type::Named(is))) => comparison.may_be_renamed(*was, *is),
            _ => true,
        };
        let candidates = self.by_shape.get_mut(&std::mem::discriminant(was))?;
        while candidates.front().is_some_and(|at| !(self.free.contains(at) && may_be(*at))) {
            candidates.pop_front();
        }
        let fits = |at: &usize| self.free.contains(at) && may_be(*at) && is_alike(*at);
        let found = candidates.iter().take(SEARCHED).position(fits)?;
        candidates.remove(found)
    }
}

/// The maximum number of unmatched members that each member is compared with.
const SEARCHED: usize = 32;

/// Returns the first candidate that fits, and drops those before it, which never will.
fn first(candidates: &mut VecDeque<usize>, fits: impl Fn(usize) -> bool) -> Option<usize> {
    while let Some(at) = candidates.front().copied() {
        if fits(at) {
            return Some(at);
        }
        candidates.pop_front();
    }
    None
}

/// Returns the effect of a change in how variants are selected.
fn decoded_differently() -> Effect {
    Effect::new(EffectKind::Behavior, "values are decoded differently")
}
