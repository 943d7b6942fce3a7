//! Comparison of types by name: added, removed and renamed types.

use crate::code_span::code_span;
use crate::diff::change::{Change, Subject, Topic};
use crate::diff::comparison::Comparison;
use crate::diff::{ChangeKind, Direction, Effect, EffectKind, Side};
use crate::hash::HashMap;
use crate::ir::TypeId;
use crate::source::Pointer;

impl Comparison<'_> {
    /// Reports a type whose name in the document or in Rust changed.
    pub(in crate::diff) fn compare_names(&mut self, old: TypeId, new: TypeId, subject: &Subject) {
        let (was, is) = (self.old.name(old), self.new.name(new));
        let effect = (was != is).then(|| Effect::new(EffectKind::Renamed, format!("`{was}` renamed to `{is}`")));
        let (before, after) = (self.old.label(old), self.new.label(new));
        let are_named = self.old.is_component(old) && self.new.is_component(new);
        if are_named && before != after {
            let message = format!("schema {} renamed to {}", code_span(&before), code_span(&after));
            self.add(Change::new(ChangeKind::SchemaRenamed, subject, message).causes(effect));
        } else if effect.is_some() {
            let message = format!("type `{was}` renamed to `{is}` in Rust");
            self.add(Change::new(ChangeKind::TypeRenamed, subject, message).causes(effect));
        }
    }

    /// Reports types that exist on one side only, alone or with the change of the type or operation that contains them.
    pub(in crate::diff) fn report_unmatched_types(&mut self) {
        self.match_by_name();
        let gone: Vec<TypeId> = self.old.api.type_ids().filter(|id| self.matched_type(*id).is_none()).collect();
        let came: Vec<TypeId> = self.new.api.type_ids().filter(|id| !self.is_matched(*id)).collect();
        let mut holders = self.holders(true);
        for id in gone {
            let (side, name) = (self.old, self.old.name(id));
            let effect = Effect::new(EffectKind::Removed, format!("type `{name}` removed"));
            if !self.goes_with(id, effect.clone(), true, &holders) {
                let (kind, message) = match side.is_component(id) {
                    true => (ChangeKind::SchemaRemoved, format!("schema {} removed", code_span(&side.label(id)))),
                    false => (ChangeKind::TypeRemoved, format!("type `{name}` removed")),
                };
                let subject = alone(side, id);
                let origin = &side.api.definition(id).origin;
                if holds_types(kind) {
                    holders.entry(origin.clone()).or_insert(self.changes.len());
                }
                self.add(
                    Change { before: Some(origin.clone()), ..Change::new(kind, &subject, message) }.causes([effect]),
                );
            }
        }
        let mut holders = self.holders(false);
        for id in came {
            let (side, name) = (self.new, self.new.name(id));
            let effect = Effect::new(EffectKind::Added, format!("type `{name}` added"));
            if !self.goes_with(id, effect.clone(), false, &holders) {
                let (kind, message) = match side.is_component(id) {
                    true => (ChangeKind::SchemaAdded, format!("schema {} added", code_span(&side.label(id)))),
                    false => (ChangeKind::TypeAdded, format!("type `{name}` added")),
                };
                let subject = alone(side, id);
                let origin = &side.api.definition(id).origin;
                if holds_types(kind) {
                    holders.entry(origin.clone()).or_insert(self.changes.len());
                }
                self.add(
                    Change { after: Some(origin.clone()), ..Change::new(kind, &subject, message) }.causes([effect]),
                );
            }
        }
    }

    /// Returns the first change at each location of one side that may be the reason for adding or removing types.
    fn holders(&self, is_gone: bool) -> HashMap<Pointer, usize> {
        let mut holders = HashMap::default();
        for (index, change) in self.changes.iter().enumerate().filter(|(_, change)| holds_types(change.kind)) {
            let location = if is_gone { &change.before } else { &change.after };
            if let Some(location) = location {
                holders.entry(location.clone()).or_insert(index);
            }
        }
        holders
    }

    /// Adds the effect on an inline type to the change of its owner. Returns `false` if no change of the owner is
    /// reported.
    fn goes_with(&mut self, id: TypeId, effect: Effect, is_gone: bool, holders: &HashMap<Pointer, usize>) -> bool {
        let side = if is_gone { self.old } else { self.new };
        if side.is_component(id) {
            return false;
        }
        let mut at = Some(&side.api.definition(id).origin);
        while let Some(location) = at {
            if let Some(change) = holders.get(location).and_then(|index| self.changes.get_mut(*index)) {
                change.effects.push(effect);
                change.items.push(side.name(id).to_owned());
                return true;
            }
            at = location.parent();
        }
        false
    }

    /// Matches unreferenced types, which no comparison has reached, by their name in Rust.
    fn match_by_name(&mut self) {
        let free: Vec<TypeId> = self.new.api.type_ids().filter(|id| !self.is_matched(*id)).collect();
        let free: HashMap<&str, TypeId> = free.into_iter().map(|id| (self.new.name(id), id)).collect();
        for id in self.old.api.type_ids().filter(|id| self.matched_type(*id).is_none()).collect::<Vec<_>>() {
            if let Some(other) = free.get(self.old.name(id)) {
                self.compare_pair_once(id, *other);
            }
        }
        self.compare_queue();
    }
}

/// Returns `true` if a change of this kind may be the reason for adding or removing types.
fn holds_types(kind: ChangeKind) -> bool {
    matches!(
        kind,
        ChangeKind::OperationAdded
            | ChangeKind::OperationRemoved
            | ChangeKind::OperationRemovedAfterDeprecation
            | ChangeKind::OperationRemovedBeforeSunset
            | ChangeKind::SchemaAdded
            | ChangeKind::SchemaRemoved
            | ChangeKind::OptionalPropertyAdded
            | ChangeKind::RequiredPropertyAdded
            | ChangeKind::OptionalPropertyRemoved
            | ChangeKind::RequiredPropertyRemoved
            | ChangeKind::AdditionalPropertiesAdded
            | ChangeKind::AdditionalPropertiesRemoved
            | ChangeKind::AdditionalPropertiesForbidden
            | ChangeKind::AdditionalPropertiesRestated
            | ChangeKind::ConstantAdded
            | ChangeKind::ConstantRemoved
            | ChangeKind::TypeChanged
            | ChangeKind::TypeWidened
            | ChangeKind::TypeNarrowed
            | ChangeKind::TypeReplaced
            | ChangeKind::TypeOverrideChanged
            | ChangeKind::EnumAdded
            | ChangeKind::EnumRemoved
            | ChangeKind::OpenEnumAdded
            | ChangeKind::WebhookAdded
            | ChangeKind::WebhookRemoved
            | ChangeKind::UnionAdded
            | ChangeKind::UnionRemoved
            | ChangeKind::UnionVariantAdded
            | ChangeKind::UnionVariantRemoved
            | ChangeKind::OptionalParameterAdded
            | ChangeKind::RequiredParameterAdded
            | ChangeKind::ParameterRemoved
            | ChangeKind::ParameterRemovedAfterDeprecation
            | ChangeKind::OptionalBodyAdded
            | ChangeKind::RequiredBodyAdded
            | ChangeKind::BodyRemoved
            | ChangeKind::BodyMediaTypeAdded
            | ChangeKind::BodyMediaTypeRemoved
            | ChangeKind::BodyEncodingChanged
            | ChangeKind::SuccessAdded
            | ChangeKind::SuccessRemoved
            | ChangeKind::FailureAdded
            | ChangeKind::FailureRemoved
            | ChangeKind::ResponseBodyAdded
            | ChangeKind::ResponseBodyRemoved
            | ChangeKind::ResponseBodyChanged
    )
}

/// Returns a type that exists on one side only as the subject.
fn alone(side: &Side<'_>, id: TypeId) -> Subject {
    let usage = side.graph.usage(id);
    Subject {
        label: side.label(id).into(),
        topic: Topic::Type,
        direction: match (usage.request, usage.response) {
            (true, true) => Direction::Both,
            (true, false) => Direction::Request,
            _ => Direction::Response,
        },
        before: None,
        after: None,
        operations: side.operations_of(id),
        items: vec![side.name(id).to_owned()],
    }
}
