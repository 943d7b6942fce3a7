//! Comparison of `additionalProperties`.
//!
//! ```text
//! true, absent                 both accept any properties: only the Rust field differs
//! {type: integer} → absent     the properties are no longer described
//! {type: integer} → false      the properties are forbidden: breaking in requests
//! absent → false               forbidden as well, but no client could know of them
//! ```

use serde_json::Value;

use super::Shape;
use super::structs::Owned;
use crate::diff::change::Subject;
use crate::diff::comparison::Comparison;
use crate::diff::effect::RetypedItem;
use crate::diff::location::Location;
use crate::diff::{ChangeKind, Effect, EffectKind, Side};
use crate::ir::{Type, TypeId};
use crate::names::TypeMembers;
use crate::source::Pointer;

/// The maximum depth of references and `allOf` that are followed.
const DEEPEST: usize = 16;

impl Comparison<'_> {
    pub(super) fn compare_extra(&mut self, old: Owned<'_>, new: Owned<'_>, subject: &Subject) {
        let extra = |side: &Side<'_>, id: TypeId| match &side.names.type_(id).members {
            TypeMembers::Struct(members) => members.extra.clone(),
            _ => String::new(),
        };
        let is_any = |side: &Side<'_>, type_: &Type| matches!(Shape::of(side, type_), Shape::Any | Shape::Form);
        let item = "additional properties";
        let at = [subject.before.clone().unwrap_or_default(), subject.after.clone().unwrap_or_default()];
        let location = Location::of_subject(subject, [&at[0], &at[1]]);
        match (&old.1.extra, &new.1.extra) {
            (Some(was), Some(is)) => self.compare_described((old.0, was), (new.0, is), subject),
            (None, Some(is)) => {
                let is_made = self.old.graph.usage(old.0).request && self.new.graph.usage(new.0).request;
                let name = extra(self.new, new.0);
                let kind = if is_made { EffectKind::Literal } else { EffectKind::Added };
                let effect = Effect::new(kind, format!("`{}.{name}` added", self.new.name(new.0)));
                let change = match is_any(self.new, is) && !is_closed(self.old, &at[0], DEEPEST) {
                    true => location.about(ChangeKind::AdditionalPropertiesRestated, item, "described"),
                    false => location.added(ChangeKind::AdditionalPropertiesAdded, item),
                };
                self.add(change.causes([effect]));
            }
            (Some(was), None) => {
                let text = format!("`{}.{}` removed", self.old.name(old.0), extra(self.old, old.0));
                let change = match (is_closed(self.new, &at[1], DEEPEST), is_any(self.old, was)) {
                    (true, _) => location.about(ChangeKind::AdditionalPropertiesForbidden, item, "forbidden"),
                    (false, true) => {
                        location.about(ChangeKind::AdditionalPropertiesRestated, item, "no longer described")
                    }
                    (false, false) => location.removed(ChangeKind::AdditionalPropertiesRemoved, item),
                };
                self.add(change.causes([Effect::new(EffectKind::Removed, text)]));
            }
            (None, None) => {
                let undeclared = "undeclared properties";
                match (is_closed(self.old, &at[0], DEEPEST), is_closed(self.new, &at[1], DEEPEST)) {
                    (false, true) => {
                        self.add(location.about(ChangeKind::UndeclaredPropertiesForbidden, undeclared, "forbidden"));
                    }
                    (true, false) => {
                        self.add(location.about(ChangeKind::UndeclaredPropertiesAllowed, undeclared, "allowed"));
                    }
                    (true, true) | (false, false) => {}
                }
            }
        }
    }

    /// Compares the types of additional properties that both sides describe.
    fn compare_described(&mut self, (old, was): (TypeId, &Type), (new, is): (TypeId, &Type), subject: &Subject) {
        let extra = |side: &Side<'_>, id: TypeId| match &side.names.type_(id).members {
            TypeMembers::Struct(members) => members.extra.clone(),
            _ => String::new(),
        };
        self.compare_types_once(was, is);
        let (before, after) = (extra(self.old, old), extra(self.new, new));
        let at = [subject.before.clone().unwrap_or_default(), subject.after.clone().unwrap_or_default()];
        let phrase = format!("additional properties of {}", subject.quoted());
        let (known, found) = (self.old.api.definition(old), self.new.api.definition(new));
        let location = Location::of_subject(subject, [&at[0], &at[1]]);
        let location = location.with_constraints(&known.documentation, &found.documentation).within("");
        let location = Location { phrase, names_subject: false, ..location };
        let effect = self.retyped(RetypedItem::Named(format!("{}.{after}", self.new.name(new))), was, is);
        self.compare_location(was, is, location.clone().causes(effect));
        if before != after {
            let effect = Effect::new(EffectKind::Renamed, format!("`{before}` renamed to `{after}`"));
            self.add(location.change(ChangeKind::FieldRenamed, " renamed in Rust").causes([effect]));
        }
    }
}

/// Returns `true` if a schema, the target of its `$ref` or a member of its `allOf` forbids undeclared properties.
fn is_closed(side: &Side<'_>, at: &Pointer, depth: usize) -> bool {
    let Some(schema) = side.document.value(at).and_then(Value::as_object).filter(|_| depth > 0) else { return false };
    let forbids = |key: &str| schema.get(key) == Some(&Value::Bool(false));
    let target = schema.get("$ref").and_then(Value::as_str).and_then(|it| side.document.resolve(at, it).ok());
    let members = schema.get("allOf").and_then(Value::as_array).map_or(0, Vec::len);
    forbids("additionalProperties")
        || forbids("unevaluatedProperties")
        || target.is_some_and(|target| is_closed(side, &target, depth - 1))
        || (0..members).any(|index| is_closed(side, &at.join("allOf").index(index), depth - 1))
}
