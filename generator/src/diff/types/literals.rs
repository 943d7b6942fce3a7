//! Comparison of constant properties, which have no field.

use super::structs::travels;
use crate::code_span::code_span;
use crate::diff::change::{Change, Subject};
use crate::diff::comparison::Comparison;
use crate::diff::{ChangeKind, Direction, Effect, EffectKind};
use crate::hash::{HashMap, HashSet};
use crate::ir::Struct;
use crate::source::Pointer;

impl Comparison<'_> {
    pub(super) fn compare_literals(&mut self, old: &Struct, new: &Struct, subject: &Subject) {
        let new_literals = literals(new);
        let names = |object: &Struct| -> HashSet<String> {
            object.fields.iter().map(|field| field.wire_name.clone()).collect()
        };
        let new_fields = names(new);
        for was in &old.literals {
            let name = &was.wire_name;
            let locations = (at(&subject.before, name), at(&subject.after, name));
            let field = new_fields.get(name.as_str());
            let (owner, quoted) = (subject.quoted(), code_span(name));
            let value = code_span(&was.value.to_string());
            let (kind, message) = match (new_literals.get(name.as_str()), field) {
                (Some(now), _) if **now == was.value => continue,
                (Some(now), _) => (
                    ChangeKind::ConstantChanged,
                    format!(
                        "constant value of property {quoted} of {owner} changed from {value} to {}",
                        code_span(&now.to_string())
                    ),
                ),
                (None, Some(_)) => (
                    ChangeKind::ConstantRemoved,
                    format!("constant value {value} removed from property {quoted} of {owner}"),
                ),
                (None, None) => (
                    ChangeKind::RequiredPropertyRemoved,
                    format!("required property {quoted} (always {value}) removed from {owner}"),
                ),
            };
            let mut effects = vec![Effect::new(EffectKind::Behavior, format!("{quoted} is sent differently"))];
            if field.is_some() {
                effects.extend(self.constant_field(subject, name, false));
            }
            self.add(Change::new(kind, subject, message).between(&locations.0, &locations.1).causes(effects));
        }
        self.literals_added(old, new, subject);
    }

    fn literals_added(&mut self, old: &Struct, new: &Struct, subject: &Subject) {
        let old_literals = literals(old);
        for is in &new.literals {
            let name = &is.wire_name;
            if old_literals.contains_key(name.as_str()) {
                continue;
            }
            let locations = (at(&subject.before, name), at(&subject.after, name));
            let was_field = old.fields.iter().find(|field| field.wire_name == *name);
            let (owner, value, quoted) = (subject.quoted(), code_span(&is.value.to_string()), code_span(name));
            let direction = was_field.map_or(subject.direction, |field| travels(subject.direction, field));
            let (kind, message) = match was_field.is_some() {
                true => {
                    (ChangeKind::ConstantAdded, format!("constant value {value} added to property {quoted} of {owner}"))
                }
                false => (
                    ChangeKind::RequiredPropertyAdded,
                    format!("required property {quoted} (always {value}) added to {owner}"),
                ),
            };
            let effects = match was_field.is_some() {
                true => self.constant_field(subject, name, true),
                false => vec![Effect::new(EffectKind::Behavior, format!("{quoted} is always sent"))],
            };
            let change = Change::new(kind, subject, message).travels(direction);
            self.add(change.between(&locations.0, &locations.1).causes(effects));
        }
    }

    /// Returns the effect on the field of a property that becomes or was constant, because a constant property has no
    /// field.
    fn constant_field(&self, subject: &Subject, name: &str, is_constant: bool) -> Vec<Effect> {
        let owner = subject.items.last().cloned().unwrap_or_default();
        match is_constant {
            true => {
                vec![Effect::new(EffectKind::Removed, format!("field for {} removed from `{owner}`", code_span(name)))]
            }
            false => {
                // Programs do not create structs that only responses contain.
                let is_made = subject.direction != Direction::Response;
                let kind = if is_made { EffectKind::Literal } else { EffectKind::Added };
                vec![Effect::new(kind, format!("field for {} added to `{owner}`", code_span(name)))]
            }
        }
    }
}

/// Returns the location of a property of a struct.
fn at(location: &Option<Pointer>, name: &str) -> Pointer {
    location.clone().unwrap_or_default().join("properties").join(name)
}

/// Returns the constants of a struct by wire name.
pub(super) fn literals(object: &Struct) -> HashMap<&str, &serde_json::Value> {
    object.literals.iter().map(|literal| (literal.wire_name.as_str(), &literal.value)).collect()
}
