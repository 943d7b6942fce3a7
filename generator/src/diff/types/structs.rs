//! Comparison of objects with declared properties.

use super::effective::definition;
use super::literals::literals;
use crate::code_span::code_span;
use crate::diff::change::{Change, Subject};
use crate::diff::comparison::Comparison;
use crate::diff::effect::RetypedItem;
use crate::diff::location::Location;
use crate::diff::{ChangeKind, Direction, Effect, EffectKind, Side};
use crate::hash::{HashMap, HashSet};
use crate::ir::{Field, Presence, Struct, TypeId};
use crate::names::TypeMembers;

/// A struct on one side.
pub(super) type Owned<'s> = (TypeId, &'s Struct);

/// A field with its Rust names.
#[derive(Clone, Copy)]
struct Member<'s> {
    field: &'s Field,
    name: &'s str,
    setter: &'s str,
}

impl Comparison<'_> {
    /// Compares two structs, property by property, by wire name.
    pub(in crate::diff) fn compare_structs(&mut self, old: Owned<'_>, new: Owned<'_>, subject: &Subject) {
        let (before, after) = (members(self.old, old), members(self.new, new));
        self.compare_literals(old.1, new.1, subject);
        let (old_literals, new_literals) = (literals(old.1), literals(new.1));
        let known: HashMap<&str, Member<'_>> = before.iter().map(|it| (it.field.wire_name.as_str(), *it)).collect();
        let found: HashMap<&str, Member<'_>> = after.iter().map(|it| (it.field.wire_name.as_str(), *it)).collect();
        for member in &before {
            match found.get(member.field.wire_name.as_str()) {
                Some(new_member) => self.compare_fields((old.0, *member), (new.0, *new_member), subject),
                None if new_literals.contains_key(member.field.wire_name.as_str()) => {}
                None if is_in_extra(member.field, new.1) => self.field_restated(old.0, *member, false, subject),
                None => self.field_removed(old.0, new.0, *member, subject),
            }
        }
        for member in &after {
            let name = member.field.wire_name.as_str();
            if known.contains_key(name) || old_literals.contains_key(name) {
                continue;
            }
            if is_in_extra(member.field, old.1) {
                self.field_restated(new.0, *member, true, subject);
            } else {
                self.field_added(old.0, new.0, *member, subject);
            }
        }
        self.compare_extra(old, new, subject);
        if self.are_matched(old.0, new.0) {
            self.compare_usage(old.0, new.0, subject);
            self.compare_order(old, new, subject);
        }
    }

    /// Compares the constructors of structs: whether programs can create them, and the order of the arguments.
    fn compare_usage(&mut self, old: TypeId, new: TypeId, subject: &Subject) {
        let (was, is) = (self.old.graph.usage(old), self.new.graph.usage(new));
        if was == is {
            return;
        }
        let name = self.new.name(new);
        let users = |side: &Side<'_>, id: TypeId, usage: crate::ir::Usage| match (usage.request, usage.response) {
            (true, true) if side.operations_of(id).routes.is_empty() => "no operation",
            (true, true) => "requests and responses",
            (true, false) => "requests",
            _ => "responses",
        };
        let effect = match (was.request, is.request) {
            (true, false) => Some(Effect::new(
                EffectKind::Removed,
                format!("`{name}::new` and the setters of `{name}` removed; `{name}` became `#[non_exhaustive]`"),
            )),
            (false, true) => {
                Some(Effect::new(EffectKind::Added, format!("`{name}::new` and the setters of `{name}` added")))
            }
            _ => None,
        };
        let message = format!(
            "use of {} changed from {} to {}",
            subject.quoted(),
            users(self.old, old, was),
            users(self.new, new, is)
        );
        let effect =
            effect.unwrap_or_else(|| Effect::new(EffectKind::Behavior, format!("`{name}` is used differently")));
        self.add(Change::new(ChangeKind::UsageChanged, subject, message).causes([effect]));
    }

    fn compare_order(&mut self, old: Owned<'_>, new: Owned<'_>, subject: &Subject) {
        if !(self.old.graph.usage(old.0).request && self.new.graph.usage(new.0).request) {
            return;
        }
        let arguments = |side: &Side<'_>, (id, object): Owned<'_>| -> Vec<String> {
            let is_given = |field: &&Field| side.presence(id, field).is_argument();
            object.fields.iter().filter(is_given).map(|field| field.wire_name.clone()).collect()
        };
        let (was, is) = (arguments(self.old, old), arguments(self.new, new));
        let common = |all: &[String], others: &[String]| -> Vec<String> {
            let others: HashSet<&String> = others.iter().collect();
            all.iter().filter(|name| others.contains(name)).cloned().collect()
        };
        if common(&was, &is) != common(&is, &was) {
            let name = self.new.name(new.0);
            let effect = Effect::new(
                EffectKind::Arguments,
                format!(
                    "{} changed to {}",
                    code_span(&format!("{name}::new({})", was.join(", "))),
                    code_span(&format!("{name}::new({})", is.join(", ")))
                ),
            );
            let message = format!("order of the required properties of {} changed", subject.quoted());
            self.add(Change::new(ChangeKind::ArgumentsReordered, subject, message).causes([effect]));
        }
    }

    fn compare_fields(&mut self, old: (TypeId, Member<'_>), new: (TypeId, Member<'_>), subject: &Subject) {
        let ((owner, was), (new_owner, is)) = (old, new);
        self.compare_types_once(&was.field.type_, &is.field.type_);
        let is_one = self.are_matched(owner, new_owner);
        let phrase = format!("property {} of {}", code_span(&is.field.wire_name), subject.quoted());
        let location = Location::new(subject, phrase, [&was.field.origin, &is.field.origin]);
        let location = location.with_constraints(&was.field.documentation, &is.field.documentation);
        let location = location.travels(travels_on_both(subject.direction, was.field, is.field));
        let effects = if is_one { self.field_effects(old, new) } else { Vec::new() };
        let count_before = self.changes.len();
        self.compare_presence((owner, was.field), (new_owner, is.field), &location, &effects);
        let is_reported = self.changes.len() > count_before && self.is_same(&was.field.type_, &is.field.type_);
        let effect = effects.first().filter(|_| !is_reported).cloned();
        self.compare_location(&was.field.type_, &is.field.type_, location.clone().causes(effect));
        if is_one {
            if !self.is_deprecated_with_type(was.field, is.field) {
                self.compare_deprecation(&location, &was.field.documentation, &is.field.documentation);
            }
            self.compare_text(&location, &was.field.documentation, &is.field.documentation);
            if was.name != is.name || was.setter != is.setter {
                let text = format!(
                    "`{}.{}` renamed to `{}.{}`",
                    self.old.name(owner),
                    was.name,
                    self.new.name(new_owner),
                    is.name
                );
                let change = location.change(ChangeKind::FieldRenamed, " renamed in Rust");
                self.add(change.causes([Effect::new(EffectKind::Renamed, text)]));
            }
        }
        // The effect on the field is reported with one change only.
        let mut has_retyped = false;
        for change in self.changes.iter_mut().skip(count_before) {
            change
                .effects
                .retain(|effect| effect.kind != EffectKind::Retyped || !std::mem::replace(&mut has_retyped, true));
        }
        let is_empty = |change: &Change| {
            matches!(change.kind, ChangeKind::TypeReplaced | ChangeKind::TypeOverrideChanged)
                && change.effects.is_empty()
        };
        let fresh = self.changes.split_off(count_before);
        self.changes.extend(fresh.into_iter().filter(|change| !is_empty(change)));
    }

    /// Returns `true` if the type of a field is deprecated on the same side as the field. The change is reported with the
    /// type.
    fn is_deprecated_with_type(&self, old: &Field, new: &Field) -> bool {
        let (Some(known), Some(found)) = (definition(&old.type_), definition(&new.type_)) else { return false };
        let is_deprecated = |side: &Side<'_>, id: TypeId| side.api.definition(id).documentation.deprecated;
        self.are_matched(known, found)
            && is_deprecated(self.old, known) == old.documentation.deprecated
            && is_deprecated(self.new, found) == new.documentation.deprecated
    }

    /// Returns the effects on a field, its setter and `new`.
    fn field_effects(&self, old: (TypeId, Member<'_>), new: (TypeId, Member<'_>)) -> Vec<Effect> {
        let ((owner, was), (new_owner, is)) = (old, new);
        let presences = (self.old.presence(owner, was.field), self.new.presence(new_owner, is.field));
        let holders = (self.old.holder(owner, &was.field.type_), self.new.holder(new_owner, &is.field.type_));
        let types = self.is_same(&was.field.type_, &is.field.type_);
        if presences.0 == presences.1 && holders.0 == holders.1 && types {
            return Vec::new();
        }
        let (before, after) = (self.old.field_text(owner, was.field), self.new.field_text(new_owner, is.field));
        let name = format!("{}.{}", self.new.name(new_owner), is.name);
        let mut effects = Vec::new();
        if before != after {
            effects.push(Effect::retyped(RetypedItem::Named(name), &before, &after));
        }
        let is_made = self.old.graph.usage(owner).request && self.new.graph.usage(new_owner).request;
        match (presences.0.is_argument(), presences.1.is_argument()) {
            (true, false) if is_made => effects.push(Effect::new(
                EffectKind::Arguments,
                format!("argument of `{}::new` changed to a setter: `{}`", self.new.name(new_owner), is.name),
            )),
            (false, true) if is_made => effects.push(Effect::new(
                EffectKind::Arguments,
                format!("setter changed to an argument of `{}::new`: `{}`", self.new.name(new_owner), is.name),
            )),
            _ => {}
        }
        effects
    }

    fn compare_presence(
        &mut self,
        (owner, old): (TypeId, &Field),
        (new_owner, new): (TypeId, &Field),
        location: &Location<'_>,
        effects: &[Effect],
    ) {
        let presence = self.old.presence(owner, old);
        let forgives_null = presence == Presence::Optional && self.new.presence(new_owner, new) == presence;
        let mut add_to = |location: &Location<'_>, kind, rest: &str| {
            self.add(location.change(kind, rest).causes(effects.iter().cloned()));
        };
        let mut add = |kind, rest: &str| add_to(location, kind, rest);
        match (old.required, new.required) {
            (false, true) => add(ChangeKind::PropertyBecameRequired, " became required"),
            (true, false) => add(ChangeKind::PropertyBecameOptional, " became optional"),
            _ => {}
        }
        match (old.nullable, new.nullable) {
            (false, true) if forgives_null => add(ChangeKind::OptionalPropertyBecameNullable, " became nullable"),
            (false, true) => add(ChangeKind::PropertyBecameNullable, " became nullable"),
            (true, false) => add(ChangeKind::PropertyBecameNotNullable, " became non-nullable"),
            _ => {}
        }
        // These concern both directions.
        let whole = location.clone().travels(location.subject.direction);
        let mut add = |kind, rest: &str| add_to(&whole, kind, rest);
        match (old.read_only, new.read_only) {
            (false, true) => add(ChangeKind::PropertyBecameReadOnly, " became read-only"),
            (true, false) if old.required && new.required => {
                add(ChangeKind::RequiredPropertyBecameNotReadOnly, " is no longer read-only");
            }
            (true, false) => add(ChangeKind::PropertyBecameNotReadOnly, " is no longer read-only"),
            _ => {}
        }
        match (old.write_only, new.write_only) {
            (false, true) => add(ChangeKind::PropertyBecameWriteOnly, " became write-only"),
            (true, false) => add(ChangeKind::PropertyBecameNotWriteOnly, " is no longer write-only"),
            _ => {}
        }
    }

    fn field_removed(&mut self, old: TypeId, new: TypeId, member: Member<'_>, subject: &Subject) {
        let kind = if member.field.required {
            ChangeKind::RequiredPropertyRemoved
        } else {
            ChangeKind::OptionalPropertyRemoved
        };
        let word = if member.field.required { "required" } else { "optional" };
        let message =
            format!("{word} property {} removed from {}", code_span(&member.field.wire_name), subject.quoted());
        let effect = self
            .are_matched(old, new)
            .then(|| Effect::new(EffectKind::Removed, format!("`{}.{}` removed", self.old.name(old), member.name)));
        let change = Change::new(kind, subject, message).travels(travels(subject.direction, member.field));
        self.add(change.was(&member.field.origin).causes(effect));
    }

    fn field_added(&mut self, old: TypeId, new: TypeId, member: Member<'_>, subject: &Subject) {
        let kind =
            if member.field.required { ChangeKind::RequiredPropertyAdded } else { ChangeKind::OptionalPropertyAdded };
        let word = if member.field.required { "required" } else { "optional" };
        let message = format!("{word} property {} added to {}", code_span(&member.field.wire_name), subject.quoted());
        let effects = if self.are_matched(old, new) { self.addition(old, new, member) } else { Vec::new() };
        let change = Change::new(kind, subject, message).travels(travels(subject.direction, member.field));
        self.add(change.is(&member.field.origin).causes(effects));
    }

    /// Reports a property that moved between a field and the map of additional properties.
    fn field_restated(&mut self, owner: TypeId, member: Member<'_>, is_new: bool, subject: &Subject) {
        let (side, kind, change) = match is_new {
            true => (self.new, EffectKind::Literal, "added"),
            false => (self.old, EffectKind::Removed, "removed"),
        };
        let effect = Effect::new(kind, format!("`{}.{}` {change}", side.name(owner), member.name));
        let name = code_span(&member.field.wire_name);
        let message = format!("required property {name} of {} is an additional property", subject.quoted());
        self.add(Change::new(ChangeKind::AdditionalPropertiesRestated, subject, message).causes([effect]));
    }

    fn addition(&self, old: TypeId, new: TypeId, member: Member<'_>) -> Vec<Effect> {
        let (name, field) = (self.new.name(new), member.name);
        let mut effects = vec![Effect::new(EffectKind::Added, format!("`{name}.{field}` added"))];
        if self.old.graph.usage(old).request && self.new.graph.usage(new).request {
            let text = format!("struct literals of `{name}` require `{field}`");
            effects.push(Effect::new(EffectKind::Literal, text));
            if self.new.presence(new, member.field).is_argument() {
                effects.push(Effect::new(EffectKind::Arguments, format!("argument `{field}` added to `{name}::new`")));
            }
        }
        effects
    }
}

/// Returns `true` if a required property that no schema declares is among the additional properties of a struct.
fn is_in_extra(field: &Field, object: &Struct) -> bool {
    field.origin.last() == Some("required") && object.extra.is_some()
}

/// Returns the direction of a property: requests contain no read-only properties, and responses no write-only ones.
pub(super) fn travels(direction: Direction, field: &Field) -> Direction {
    match direction {
        Direction::Both if field.read_only => Direction::Response,
        Direction::Both if field.write_only => Direction::Request,
        direction => direction,
    }
}

/// Returns the direction of a property of both sides. A mark on one side only is a change of its own.
fn travels_on_both(direction: Direction, old: &Field, new: &Field) -> Direction {
    let (was, is) = (travels(direction, old), travels(direction, new));
    if was == is { was } else { direction }
}

fn members<'s>(side: &Side<'s>, (id, object): (TypeId, &'s Struct)) -> Vec<Member<'s>> {
    let TypeMembers::Struct(names) = &side.names.type_(id).members else { return Vec::new() };
    let names = names.fields.iter().zip(&names.setters);
    object.fields.iter().zip(names).map(|(field, (name, setter))| Member { field, name, setter }).collect()
}
