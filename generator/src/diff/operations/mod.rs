//! Comparison of operations: matching both sides, and the properties of each operation as a whole.

mod bodies;
mod parameters;
mod responses;
mod untyped;
mod webhooks;

use std::collections::VecDeque;
use std::sync::Arc;

use super::change::{Change, Subject, Topic};
use super::comparison::Comparison;
use super::location::Location;
use super::reach::Reach;
use super::{ChangeKind, Direction, Effect, EffectKind, Side};
use crate::code_span::code_span;
use crate::hash::{HashMap, HashSet, IndexMap};
use crate::ir::{GroupId, Operation, OperationId};

impl<'a> Comparison<'a> {
    pub(super) fn compare_operations(&mut self) {
        let pairs = self.match_operations();
        let matched_old: HashSet<OperationId> = pairs.iter().map(|(old, _)| *old).collect();
        let matched_new: HashSet<OperationId> = pairs.iter().map(|(_, new)| *new).collect();
        for (id, operation) in self.old.api.numbered_operations() {
            if !matched_old.contains(&id) {
                self.operation_removed(id, operation);
            }
        }
        for (id, operation) in self.new.api.numbered_operations() {
            if !matched_new.contains(&id) {
                self.operation_added(id, operation);
            }
        }
        for (old, new) in &pairs {
            self.compare_operation(*old, *new);
        }
        self.compare_groups(&pairs);
    }

    /// Matches operations with the same route, regardless of the names of path parameters; then those with the same
    /// `operationId`; then those with the same path, in document order.
    fn match_operations(&self) -> Vec<(OperationId, OperationId)> {
        let (old, new) = (self.old.api.numbered_operations(), self.new.api.numbered_operations());
        let mut pairs: Vec<(OperationId, OperationId)> = Vec::new();
        let (mut matched_old, mut matched_new) = (HashSet::default(), HashSet::default());
        let keys: [fn(&Operation) -> Option<String>; 4] = [
            |it| Some(it.route.clone()),
            |it| Some(nameless(&it.route)),
            |it| it.id.clone(),
            |it| Some(format!("{} {}", it.method, nameless(&it.path))),
        ];
        for key in keys {
            let mut found: HashMap<String, VecDeque<OperationId>> = HashMap::default();
            for (id, operation) in new.clone().filter(|(id, _)| !matched_new.contains(id)) {
                if let Some(key) = key(operation) {
                    found.entry(key).or_default().push_back(id);
                }
            }
            for (id, operation) in old.clone() {
                if matched_old.contains(&id) {
                    continue;
                }
                let same = key(operation).and_then(|key| found.get_mut(&key)?.pop_front());
                if let Some(other) = same {
                    matched_old.insert(id);
                    matched_new.insert(other);
                    pairs.push((id, other));
                }
            }
        }
        pairs.sort_by_key(|(_, new)| *new);
        pairs
    }

    fn operation_removed(&mut self, id: OperationId, operation: &Operation) {
        let kind = match (&operation.sunset, operation.documentation.deprecated) {
            (Some(_), _) => ChangeKind::OperationRemovedBeforeSunset,
            (None, true) => ChangeKind::OperationRemovedAfterDeprecation,
            (None, false) => ChangeKind::OperationRemoved,
        };
        let subject = alone(self.old, id, operation);
        let sunset = operation.sunset.as_ref().map(|day| format!(" (sunset date {day})")).unwrap_or_default();
        let message = format!("{} removed{sunset}", subject.quoted());
        let text = format!("`{}` removed", self.old.method(id));
        let change = Change::new(kind, &subject, message).named().was(&operation.origin);
        self.add(change.causes([Effect::new(EffectKind::Removed, text)]));
    }

    fn operation_added(&mut self, id: OperationId, operation: &Operation) {
        let subject = alone(self.new, id, operation);
        let message = format!("{} added", subject.quoted());
        let text = format!("`{}` added", self.new.method(id));
        let change = Change::new(ChangeKind::OperationAdded, &subject, message).named().is(&operation.origin);
        self.add(change.causes([Effect::new(EffectKind::Added, text)]));
    }

    fn compare_operation(&mut self, old: OperationId, new: OperationId) {
        let (before, after) = (self.old.api.operation(old), self.new.api.operation(new));
        let route: Arc<str> = after.route.as_str().into();
        let subject = Subject {
            label: route.clone(),
            topic: Topic::Operation,
            direction: Direction::Both,
            before: Some(before.origin.clone()),
            after: Some(after.origin.clone()),
            operations: Reach::only(&route),
            items: vec![self.old.method(old), self.new.method(new)],
        };
        let location = Location::of_subject(&subject, [&before.origin, &after.origin]);
        self.compare_identity((old, before), (new, after), &location);
        self.compare_documentation(&location, &before.documentation, &after.documentation);
        self.compare_sunsets(before.sunset.as_deref(), after.sunset.as_deref(), &location);
        self.compare_tags_of(before, after, &location);
        if !is_same_url(before.server.as_deref(), after.server.as_deref()) {
            let text_of = |server: &Option<String>| server.clone().unwrap_or_else(|| "the client's".to_owned());
            let (was, is) = (text_of(&before.server), text_of(&after.server));
            let change = location.changed(ChangeKind::OperationServerChanged, "server", &was, &is);
            self.add(change.causes([Effect::new(EffectKind::Behavior, "requests go to a different server")]));
        }
        self.compare_parameters((old, before), (new, after), &subject);
        self.compare_bodies((old, before), (new, after), &subject);
        self.compare_responses((old, before), (new, after), &subject);
        self.compare_needs(before, after, &location);
    }

    /// Compares the method, path and name of an operation.
    fn compare_identity(
        &mut self,
        (old, before): (OperationId, &Operation),
        (new, after): (OperationId, &Operation),
        location: &Location<'_>,
    ) {
        if before.method != after.method || nameless(&before.path) != nameless(&after.path) {
            let rest = format!(" moved from {}", code_span(&before.route));
            let effect = Effect::new(EffectKind::Behavior, "requests use the new method and path");
            self.add(location.change(ChangeKind::OperationMoved, &rest).causes([effect]));
        }
        let (was, is) = (self.old.names.operation(old), self.new.names.operation(new));
        let mut effects = Vec::new();
        if was.method != is.method {
            let text = format!("`{}` renamed to `{}`", self.old.method(old), self.new.method(new));
            effects.push(Effect::new(EffectKind::Renamed, text));
        }
        if was.marker != is.marker {
            effects.push(Effect::new(EffectKind::Renamed, format!("`{}` renamed to `{}`", was.marker, is.marker)));
        }
        if before.id != after.id {
            let text_of = |id: &Option<String>| id.as_ref().map_or("none".to_owned(), |id| code_span(id));
            effects.push(Effect::new(EffectKind::Behavior, "errors and middleware use the new `operationId`"));
            let (was, is) = (text_of(&before.id), text_of(&after.id));
            self.add(location.changed(ChangeKind::OperationIdChanged, "`operationId`", &was, &is).causes(effects));
        } else if !effects.is_empty() {
            self.add(location.change(ChangeKind::MethodRenamed, " renamed in Rust").causes(effects));
        }
    }

    /// Compares tags. The first tag is the group of an operation; all others are only documented.
    fn compare_tags_of(&mut self, before: &Operation, after: &Operation, location: &Location<'_>) {
        let group = |side: &Side<'_>, id: GroupId| side.api.group(id).wire_name.clone();
        let (was, is) = (group(self.old, before.group), group(self.new, after.group));
        let accessors = (&self.old.names.group(before.group).accessor, &self.new.names.group(after.group).accessor);
        if was != is {
            let effect = (accessors.0 != accessors.1).then(|| {
                Effect::new(
                    EffectKind::Renamed,
                    format!("method moved from `{}()` to `{}()`", accessors.0, accessors.1),
                )
            });
            let rest = format!(" moved from group {} to group {}", code_span(&was), code_span(&is));
            let mut change = location.change(ChangeKind::GroupMoved, &rest).causes(effect);
            change.items.extend([accessors.0.clone(), accessors.1.clone()]);
            self.add(change);
        }
        let (known, found): (HashSet<&String>, HashSet<&String>) =
            (before.tags.iter().collect(), after.tags.iter().collect());
        for tag in before.tags.iter().skip(1).filter(|tag| !found.contains(tag)) {
            self.add(location.removed(ChangeKind::TagRemoved, &format!("tag {}", code_span(tag))));
        }
        for tag in after.tags.iter().skip(1).filter(|tag| !known.contains(tag)) {
            self.add(location.added(ChangeKind::TagAdded, &format!("tag {}", code_span(tag))));
        }
    }

    /// Reports groups that have the same name in the document but different names in Rust.
    fn compare_groups(&mut self, pairs: &[(OperationId, OperationId)]) {
        let group = |side: &Side<'_>, id: OperationId| side.api.operation(id).group;
        let mut members: IndexMap<(GroupId, GroupId), Vec<(OperationId, OperationId)>> = IndexMap::default();
        for (old, new) in pairs {
            members.entry((group(self.old, *old), group(self.new, *new))).or_default().push((*old, *new));
        }
        for ((before, after), operations) in members {
            self.compare_group(before, after, &operations);
        }
    }

    fn compare_group(&mut self, before: GroupId, after: GroupId, operations: &[(OperationId, OperationId)]) {
        let wire = |side: &Side<'_>, id: GroupId| side.api.group(id).wire_name.clone();
        let (was, is) = (self.old.names.group(before), self.new.names.group(after));
        let name = wire(self.new, after);
        if wire(self.old, before) != name || (&was.accessor, &was.type_name) == (&is.accessor, &is.type_name) {
            return;
        }
        let text = format!("`{}(): {}` renamed to `{}(): {}`", was.accessor, was.type_name, is.accessor, is.type_name);
        let mut subject = Subject::api();
        subject.items = vec![was.accessor.clone(), is.accessor.clone()];
        // The accessor of its methods changed, but the methods are the same.
        subject.items.extend(operations.iter().flat_map(|(old, new)| [self.old.method(*old), self.new.method(*new)]));
        let message = format!("group {} renamed in Rust", code_span(&name));
        let change = Change::new(ChangeKind::GroupRenamed, &subject, message);
        self.add(change.causes([Effect::new(EffectKind::Renamed, text)]));
    }
}

/// Returns `true` if two servers are the same. A slash at the end is never sent twice.
fn is_same_url(old: Option<&str>, new: Option<&str>) -> bool {
    old.map(|url| url.trim_end_matches('/')) == new.map(|url| url.trim_end_matches('/'))
}

/// Returns a path template or route with empty braces.
fn nameless(path: &str) -> String {
    let mut pieces = path.split('{');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |path, piece| path + "{}" + piece.split_once('}').map_or("", |(_, rest)| rest))
}

/// Returns an operation that exists on one side only as the subject.
fn alone(side: &Side<'_>, id: OperationId, operation: &Operation) -> Subject {
    let route: Arc<str> = operation.route.as_str().into();
    Subject {
        label: route.clone(),
        topic: Topic::Operation,
        direction: Direction::Both,
        before: None,
        after: None,
        operations: Reach::only(&route),
        items: vec![side.method(id), side.names.group(operation.group).accessor.clone()],
    }
}
