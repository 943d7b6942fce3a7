//! Comparison of constraints on values beyond their type.

use crate::diff::comparison::Comparison;
use crate::diff::location::Location;
use crate::diff::{ChangeKind, Effect, EffectKind};
use crate::ir::{Bound, Constraints};

impl Comparison<'_> {
    /// Compares the constraints at one location.
    pub(in crate::diff) fn constraints(
        &mut self,
        old: Option<&Constraints>,
        new: Option<&Constraints>,
        location: &Location<'_>,
    ) {
        if old == new {
            return;
        }
        let none = Constraints::default();
        let (old, new) = (old.unwrap_or(&none), new.unwrap_or(&none));
        self.formats(old, new, location);
        self.bounds(old, new, location);
        self.patterns(old, new, location);
        self.conditions(old, new, location);
        self.defaults(old, new, location);
        self.compare_sunsets(old.sunset.as_deref(), new.sunset.as_deref(), location);
    }

    /// Compares formats. A format that determines the type also changes the type.
    fn formats(&mut self, old: &Constraints, new: &Constraints, location: &Location<'_>) {
        let quoted = |format: &str| format!("`{format}`");
        let change = match (format(old), format(new)) {
            (was, is) if was == is => return,
            (None, Some(is)) => location.added(ChangeKind::FormatAdded, &format!("format `{is}`")),
            (Some(was), None) => location.removed(ChangeKind::FormatRemoved, &format!("format `{was}`")),
            (Some(was), Some(is)) => location.changed(ChangeKind::FormatChanged, "format", &quoted(was), &quoted(is)),
            (None, None) => return,
        };
        self.add(change.causes(location.effect.clone()));
    }

    fn bounds(&mut self, old: &Constraints, new: &Constraints, location: &Location<'_>) {
        let bounds = old.bounds.iter().chain(&new.bounds).map(|(bound, _)| *bound);
        let mut bounds: Vec<Bound> = bounds.collect();
        bounds.sort();
        bounds.dedup();
        for bound in bounds {
            let value =
                |of: &Constraints| of.bounds.iter().find(|(other, _)| *other == bound).map(|(_, value)| value.clone());
            let (was, is) = (value(old), value(new));
            if was.as_deref().map(number) == is.as_deref().map(number) {
                continue;
            }
            let name = keyword(bound);
            let kind = bound_kind(bound, was.as_deref(), is.as_deref());
            let change = match (&was, &is) {
                (None, Some(is)) => location.added(kind, &format!("`{name}: {is}`")),
                (Some(was), None) => location.removed(kind, &format!("`{name}: {was}`")),
                (Some(was), Some(is)) => location.changed(kind, &format!("`{name}`"), was, is),
                (None, None) => continue,
            };
            self.add(change.causes([documented()]));
        }
    }

    fn patterns(&mut self, old: &Constraints, new: &Constraints, location: &Location<'_>) {
        let quoted = |pattern: &String| format!("`{pattern}`");
        let change = match (&old.pattern, &new.pattern) {
            (was, is) if was == is => return,
            (None, Some(is)) => location.added(ChangeKind::PatternAdded, &format!("pattern `{is}`")),
            (Some(was), None) => location.removed(ChangeKind::PatternRemoved, &format!("pattern `{was}`")),
            (Some(was), Some(is)) => location.changed(ChangeKind::PatternChanged, "pattern", &quoted(was), &quoted(is)),
            (None, None) => return,
        };
        self.add(change.causes([documented()]));
    }

    fn conditions(&mut self, old: &Constraints, new: &Constraints, location: &Location<'_>) {
        for condition in old.conditions.difference(&new.conditions) {
            let change = location.change(ChangeKind::ConditionRemoved, &format!(": condition removed: {condition}"));
            self.add(change.causes([documented()]));
        }
        for condition in new.conditions.difference(&old.conditions) {
            let change = location.change(ChangeKind::ConditionAdded, &format!(": condition added: {condition}"));
            self.add(change.causes([documented()]));
        }
    }

    fn defaults(&mut self, old: &Constraints, new: &Constraints, location: &Location<'_>) {
        let change = match (&old.default, &new.default) {
            (was, is) if was == is => return,
            (None, Some(is)) => location.added(ChangeKind::DefaultAdded, &format!("default {}", shortened(is))),
            (Some(was), None) => location.removed(ChangeKind::DefaultRemoved, &format!("default {}", shortened(was))),
            (Some(was), Some(is)) => {
                location.changed(ChangeKind::DefaultChanged, "default", &shortened(was), &shortened(is))
            }
            (None, None) => return,
        };
        self.add(change.causes([documented()]));
    }
}

/// Returns the effect of a constraint, which is documented but never checked.
fn documented() -> Effect {
    Effect::new(EffectKind::Documentation, "doc comments changed")
}

/// Returns a format that adds information to the type.
fn format(constraints: &Constraints) -> Option<&str> {
    constraints.format.as_deref().filter(|format| !matches!(*format, "int64" | "double" | "float" | "string"))
}

/// Normalizes the spelling of a number. Integers keep all their digits, including those beyond the precision of a
/// float.
fn number(text: &str) -> String {
    if text.trim_start_matches('-').bytes().all(|byte| byte.is_ascii_digit()) {
        return text.to_owned();
    }
    text.parse::<f64>().map_or_else(|_| text.to_owned(), |number| number.to_string())
}

/// Returns a value on one line, shortened if it is too long.
fn shortened(value: &serde_json::Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("`{}…`", text.get(..end).unwrap_or_default()),
        None => format!("`{text}`"),
    }
}

fn keyword(bound: Bound) -> &'static str {
    match bound {
        Bound::Minimum => "minimum",
        Bound::Maximum => "maximum",
        Bound::ExclusiveMinimum => "exclusiveMinimum",
        Bound::ExclusiveMaximum => "exclusiveMaximum",
        Bound::MultipleOf => "multipleOf",
        Bound::MinLength => "minLength",
        Bound::MaxLength => "maxLength",
        Bound::MinItems => "minItems",
        Bound::MaxItems => "maxItems",
        Bound::MinProperties => "minProperties",
        Bound::MaxProperties => "maxProperties",
    }
}

fn bound_kind(bound: Bound, was: Option<&str>, is: Option<&str>) -> ChangeKind {
    let value = |text: Option<&str>, none: f64| text.and_then(|text| text.parse().ok()).unwrap_or(none);
    // A missing bound counts as negative or positive infinity.
    let exact = |text: Option<&str>| text.and_then(|text| text.parse::<i128>().ok());
    let is_raised = |none: f64| match (exact(was), exact(is)) {
        (Some(was), Some(is)) => is > was,
        _ => value(is, none) > value(was, none),
    };
    let (least, most) = (is_raised(f64::NEG_INFINITY), is_raised(f64::INFINITY));
    match (bound, least, most) {
        (Bound::Minimum | Bound::ExclusiveMinimum, true, _) => ChangeKind::MinimumRaised,
        (Bound::Minimum | Bound::ExclusiveMinimum, false, _) => ChangeKind::MinimumLowered,
        (Bound::Maximum | Bound::ExclusiveMaximum, _, true) => ChangeKind::MaximumRaised,
        (Bound::Maximum | Bound::ExclusiveMaximum, _, false) => ChangeKind::MaximumLowered,
        (Bound::MinLength, true, _) => ChangeKind::MinLengthRaised,
        (Bound::MinLength, false, _) => ChangeKind::MinLengthLowered,
        (Bound::MaxLength, _, true) => ChangeKind::MaxLengthRaised,
        (Bound::MaxLength, _, false) => ChangeKind::MaxLengthLowered,
        (Bound::MinItems, true, _) => ChangeKind::MinItemsRaised,
        (Bound::MinItems, false, _) => ChangeKind::MinItemsLowered,
        (Bound::MaxItems, _, true) => ChangeKind::MaxItemsRaised,
        (Bound::MaxItems, _, false) => ChangeKind::MaxItemsLowered,
        (Bound::MinProperties, true, _) => ChangeKind::MinPropertiesRaised,
        (Bound::MinProperties, false, _) => ChangeKind::MinPropertiesLowered,
        (Bound::MaxProperties, _, true) => ChangeKind::MaxPropertiesRaised,
        (Bound::MaxProperties, _, false) => ChangeKind::MaxPropertiesLowered,
        (Bound::MultipleOf, ..) => match (was, is) {
            (None, _) => ChangeKind::MultipleOfAdded,
            (_, None) => ChangeKind::MultipleOfRemoved,
            _ => ChangeKind::MultipleOfChanged,
        },
    }
}
