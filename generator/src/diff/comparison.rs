//! The state of one comparison: which types stand for each other, what was looked at, what was found.

use std::collections::{HashMap, HashSet, VecDeque};

use super::change::{Change, Subject};
use super::{Direction, Effect, EffectKind, Side};
use crate::ir::{Definition, NameHint, StatusEnumId, Type, TypeId, Usage};

pub(super) struct Comparison<'a> {
    pub(super) old: &'a Side<'a>,
    pub(super) new: &'a Side<'a>,
    pub(super) changes: Vec<Change>,
    /// The type of the new client that each type of the old one is.
    partners: HashMap<TypeId, TypeId>,
    /// The types of the new client that are one of the old one.
    partnered: HashSet<TypeId>,
    /// Pairs of types that were met, so that each is compared once.
    met: HashSet<(TypeId, TypeId)>,
    /// Pairs that are still to be compared.
    pub(super) open: VecDeque<(TypeId, TypeId)>,
    pub(super) met_by_status: HashSet<(StatusEnumId, StatusEnumId)>,
}

impl<'a> Comparison<'a> {
    pub(super) fn new(old: &'a Side<'a>, new: &'a Side<'a>) -> Self {
        let mut comparison = Self {
            old,
            new,
            changes: Vec::new(),
            partners: HashMap::new(),
            partnered: HashSet::new(),
            met: HashSet::new(),
            open: VecDeque::new(),
            met_by_status: HashSet::new(),
        };
        comparison.pair_components();
        comparison
    }

    /// Components of one key are one type; else those of one name, the first of them with the first.
    fn pair_components(&mut self) {
        let keys: [fn(&Definition) -> Option<&str>; 2] = [
            |definition| definition.key.as_deref(),
            |definition| match &definition.name {
                NameHint::Component(name) => Some(name),
                NameHint::Inline(_) => None,
            },
        ];
        let (old, new) = (self.old.api, self.new.api);
        for key in keys {
            let mut found: HashMap<&str, VecDeque<TypeId>> = HashMap::new();
            for id in new.type_ids().filter(|id| !self.partnered.contains(id)) {
                if let Some(key) = key(new.definition(id)) {
                    found.entry(key).or_default().push_back(id);
                }
            }
            for id in old.type_ids() {
                if self.partners.contains_key(&id) {
                    continue;
                }
                let same = key(old.definition(id)).and_then(|key| found.get_mut(key)?.pop_front());
                if let Some(partner) = same {
                    self.join(id, partner);
                }
            }
        }
    }

    fn join(&mut self, old: TypeId, new: TypeId) {
        if !self.partnered.contains(&new) && !self.partners.contains_key(&old) {
            self.partners.insert(old, new);
            self.partnered.insert(new);
            self.meet(old, new);
        }
    }

    /// Two types stand in the same place: they are one, unless one of them is another one already.
    pub(super) fn meet(&mut self, old: TypeId, new: TypeId) {
        if self.met.insert((old, new)) {
            self.join(old, new);
            self.open.push_back((old, new));
        }
    }

    /// Meets all types that stand in the same place in these.
    pub(super) fn meet_types(&mut self, old: &Type, new: &Type) {
        match (old, new) {
            (Type::Named(old), Type::Named(new)) => self.meet(*old, *new),
            (Type::Nullable(old), new) => self.meet_types(old, new),
            (old, Type::Nullable(new)) => self.meet_types(old, new),
            (Type::Array(old), Type::Array(new)) | (Type::Map(old), Type::Map(new)) => self.meet_types(old, new),
            (Type::Tuple(old), Type::Tuple(new)) => {
                old.iter().zip(new).for_each(|(old, new)| self.meet_types(old, new));
            }
            _ => {}
        }
    }

    pub(super) fn partner(&self, old: TypeId) -> Option<TypeId> {
        self.partners.get(&old).copied()
    }

    pub(super) fn are_partners(&self, old: TypeId, new: TypeId) -> bool {
        self.partner(old) == Some(new)
    }

    pub(super) fn is_partnered(&self, new: TypeId) -> bool {
        self.partnered.contains(&new)
    }

    pub(super) fn add(&mut self, change: Change) {
        self.changes.push(change);
    }

    /// Whether a program may use one type as it used the other, but for names.
    pub(super) fn is_same(&self, old: &Type, new: &Type) -> bool {
        match (old, new) {
            (Type::Named(a), Type::Named(b)) if self.are_partners(*a, *b) => true,
            (Type::Array(old), Type::Array(new))
            | (Type::Map(old), Type::Map(new))
            | (Type::Nullable(old), Type::Nullable(new)) => self.is_same(old, new),
            (Type::Tuple(old), Type::Tuple(new)) => {
                old.len() == new.len() && old.iter().zip(new).all(|(old, new)| self.is_same(old, new))
            }
            (Type::Named(_), _) | (_, Type::Named(_)) => {
                let (known, found) = (self.old.resolved(old), self.new.resolved(new));
                let is_stuck = std::ptr::eq(known, old) && std::ptr::eq(found, new);
                !is_stuck && self.is_same(known, found)
            }
            (Type::Custom(old), Type::Custom(new)) => old.path == new.path,
            (old, new) => old == new,
        }
    }

    /// What becomes of something that has a type, unless that stays.
    pub(super) fn retyped(&self, what: &str, old: &Type, new: &Type) -> Option<Effect> {
        (!self.is_same(old, new)).then(|| {
            let (old, new) = (self.old.text(old), self.new.text(new));
            Effect::new(EffectKind::Retyped, format!("{what}: `{old}` is now `{new}`"))
        })
    }

    /// Which way values of a pair of types travel.
    pub(super) fn direction(&self, old: TypeId, new: TypeId) -> Direction {
        let (old, new) = (self.old.graph.usage(old), self.new.graph.usage(new));
        // What travels in a direction on both sides is what a change is about; else what does on one of them.
        let both = Usage { request: old.request && new.request, response: old.response && new.response };
        let any = Usage { request: old.request || new.request, response: old.response || new.response };
        let usage = if both == Usage::default() { any } else { both };
        match (usage.request, usage.response) {
            (true, true) => Direction::Both,
            (false, _) => Direction::Response,
            (true, false) => Direction::Request,
        }
    }

    /// A pair of types as what changes are about.
    pub(super) fn pair_subject(&self, old: TypeId, new: TypeId) -> Subject {
        let (before, after) = (self.old.api.definition(old), self.new.api.definition(new));
        let (was, is) = (self.old.label(old), self.new.label(new));
        let mut operations = self.new.operations_of(new);
        if operations.routes.is_empty() {
            operations = self.old.operations_of(old);
        }
        Subject {
            label: if was == is || self.are_partners(old, new) { is.into() } else { format!("{was} → {is}").into() },
            direction: self.direction(old, new),
            before: Some(before.origin.clone()),
            after: Some(after.origin.clone()),
            operations,
            items: vec![self.old.name(old).to_owned(), self.new.name(new).to_owned()],
        }
    }
}
