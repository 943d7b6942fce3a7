//! State of one comparison: matched types, the queue of pairs to compare, and the changes found.

use std::collections::VecDeque;

use super::change::{Change, Subject, Topic};
use super::effect::RetypedItem;
use super::report::RustChanges;
use super::{Direction, Effect, Side};
use crate::hash::{HashMap, HashSet};
use crate::ir::{Definition, NameHint, StatusEnumId, Type, TypeId, Usage};

pub(super) struct Comparison<'a> {
    pub(super) old: &'a Side<'a>,
    pub(super) new: &'a Side<'a>,
    pub(super) changes: Vec<Change>,
    /// The lines of the public surface that differ.
    pub(super) rust: RustChanges,
    /// The type of the new client that each type of the old one is matched with.
    matched_types: HashMap<TypeId, TypeId>,
    /// The types of the new client that are matched with one of the old one.
    matched_new_types: HashSet<TypeId>,
    /// Pairs of types that were queued, so that each is compared once.
    queued: HashSet<(TypeId, TypeId)>,
    /// Pairs that are still to be compared.
    queue: VecDeque<(TypeId, TypeId)>,
    /// Pairs of status enums that were compared.
    pub(super) compared_status_enums: HashSet<(StatusEnumId, StatusEnumId)>,
}

impl<'a> Comparison<'a> {
    pub(super) fn new(old: &'a Side<'a>, new: &'a Side<'a>) -> Self {
        let mut comparison = Self {
            old,
            new,
            changes: Vec::new(),
            rust: RustChanges::default(),
            matched_types: HashMap::default(),
            matched_new_types: HashSet::default(),
            queued: HashSet::default(),
            queue: VecDeque::new(),
            compared_status_enums: HashSet::default(),
        };
        comparison.match_components();
        comparison
    }

    /// Matches components with the same key, then those with the same name, in document order.
    fn match_components(&mut self) {
        let keys: [fn(&Definition) -> Option<&str>; 2] = [
            |definition| definition.key.as_deref(),
            |definition| match &definition.name {
                NameHint::Component(name) => Some(name),
                NameHint::Inline(_) => None,
            },
        ];
        let (old, new) = (self.old.api, self.new.api);
        for key in keys {
            let mut found: HashMap<&str, VecDeque<TypeId>> = HashMap::default();
            for id in new.type_ids().filter(|id| !self.matched_new_types.contains(id)) {
                if let Some(key) = key(new.definition(id)) {
                    found.entry(key).or_default().push_back(id);
                }
            }
            for id in old.type_ids() {
                if self.matched_types.contains_key(&id) {
                    continue;
                }
                let same = key(old.definition(id)).and_then(|key| found.get_mut(key)?.pop_front());
                if let Some(same) = same {
                    self.match_types(id, same);
                }
            }
        }
    }

    fn match_types(&mut self, old: TypeId, new: TypeId) {
        let is_free = !self.matched_new_types.contains(&new) && !self.matched_types.contains_key(&old);
        if is_free && self.may_be_renamed(old, new) {
            self.matched_types.insert(old, new);
            self.matched_new_types.insert(new);
            self.compare_pair_once(old, new);
        }
    }

    /// Queues two definitions that appear at the same location, and matches them unless one of them is matched already.
    pub(super) fn compare_pair_once(&mut self, old: TypeId, new: TypeId) {
        if self.queued.insert((old, new)) {
            self.match_types(old, new);
            self.queue.push_back((old, new));
        }
    }

    /// Queues every pair of definitions that appear at the same position within two types.
    pub(super) fn compare_types_once(&mut self, old: &Type, new: &Type) {
        match (old, new) {
            (Type::Named(old), Type::Named(new)) => self.compare_pair_once(*old, *new),
            (Type::Nullable(old), new) => self.compare_types_once(old, new),
            (old, Type::Nullable(new)) => self.compare_types_once(old, new),
            (Type::Array(old), Type::Array(new)) | (Type::Map(old), Type::Map(new)) => {
                self.compare_types_once(old, new)
            }
            (Type::Tuple(old), Type::Tuple(new)) => {
                old.iter().zip(new).for_each(|(old, new)| self.compare_types_once(old, new));
            }
            _ => {}
        }
    }

    /// Compares every queued pair, and the pairs that this queues.
    pub(super) fn compare_queue(&mut self) {
        while let Some((old, new)) = self.queue.pop_front() {
            self.compare_pair(old, new);
        }
    }

    /// Returns the type of the new client that a type of the old one is matched with.
    pub(super) fn matched_type(&self, old: TypeId) -> Option<TypeId> {
        self.matched_types.get(&old).copied()
    }

    pub(super) fn are_matched(&self, old: TypeId, new: TypeId) -> bool {
        self.matched_type(old) == Some(new)
    }

    pub(super) fn is_matched(&self, new: TypeId) -> bool {
        self.matched_new_types.contains(&new)
    }

    pub(super) fn add(&mut self, change: Change) {
        self.changes.push(change);
    }

    /// Returns `true` if a program can use one type like the other, apart from names.
    pub(super) fn is_same(&self, old: &Type, new: &Type) -> bool {
        match (old, new) {
            (Type::Named(a), Type::Named(b)) if self.are_matched(*a, *b) => true,
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

    /// Returns the effect on an item of a type, or `None` if the type is the same.
    pub(super) fn retyped(&self, item: RetypedItem, old: &Type, new: &Type) -> Option<Effect> {
        (!self.is_same(old, new)).then(|| Effect::retyped(item, &self.old.text(old), &self.new.text(new)))
    }

    /// Returns the direction of values of a pair of types.
    pub(super) fn direction(&self, old: TypeId, new: TypeId) -> Direction {
        let (old, new) = (self.old.directions(old), self.new.directions(new));
        // A change concerns the directions that both sides have in common, or else those of either side.
        let both = Usage { request: old.request && new.request, response: old.response && new.response };
        let any = Usage { request: old.request || new.request, response: old.response || new.response };
        let usage = if both == Usage::default() { any } else { both };
        match (usage.request, usage.response) {
            (true, true) => Direction::Both,
            (false, _) => Direction::Response,
            (true, false) => Direction::Request,
        }
    }

    /// Returns a pair of types as the subject of changes.
    pub(super) fn pair_subject(&self, old: TypeId, new: TypeId) -> Subject {
        let (before, after) = (self.old.api.definition(old), self.new.api.definition(new));
        let (was, is) = (self.old.label(old), self.new.label(new));
        let mut operations = self.new.operations_of(new);
        if operations.routes.is_empty() {
            operations = self.old.operations_of(old);
        }
        let (label, topic) = match was == is || self.are_matched(old, new) {
            true => (is.into(), Topic::Type),
            false => (format!("{was} → {is}").into(), Topic::Replacement),
        };
        Subject {
            label,
            topic,
            direction: self.direction(old, new),
            before: Some(before.origin.clone()),
            after: Some(after.origin.clone()),
            operations,
            items: vec![self.old.name(old).to_owned(), self.new.name(new).to_owned()],
        }
    }
}
