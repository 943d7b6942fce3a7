//! Comparison of constraints on values beyond their type.

use crate::diff::comparison::Comparison;
use crate::diff::place::Place;
use crate::diff::{Effect, EffectKind, Kind};
use crate::ir::{Bound, Constraints};

impl Comparison<'_> {
    /// Compares the constraints at one location.
    pub(in crate::diff) fn constraints(
        &mut self,
        old: Option<&Constraints>,
        new: Option<&Constraints>,
        place: &Place<'_>,
    ) {
        if old == new {
            return;
        }
        let none = Constraints::default();
        let (old, new) = (old.unwrap_or(&none), new.unwrap_or(&none));
        self.formats(old, new, place);
        self.bounds(old, new, place);
        self.patterns(old, new, place);
        self.conditions(old, new, place);
        self.defaults(old, new, place);
        self.compare_sunsets(old.sunset.as_deref(), new.sunset.as_deref(), place);
    }

    /// Compares formats. A format that determines the type also changes the type.
    fn formats(&mut self, old: &Constraints, new: &Constraints, place: &Place<'_>) {
        let (kind, rest) = match (format(old), format(new)) {
            (was, is) if was == is => return,
            (None, Some(is)) => (Kind::FormatAdded, format!(" has the format `{is}` now")),
            (Some(was), None) => (Kind::FormatRemoved, format!(" no longer has the format `{was}`")),
            (Some(was), Some(is)) => (Kind::FormatChanged, format!(" has the format `{is}` instead of `{was}`")),
            (None, None) => return,
        };
        self.add(place.change(kind, &rest).causes(place.effect.clone()));
    }

    fn bounds(&mut self, old: &Constraints, new: &Constraints, place: &Place<'_>) {
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
            let rest = match (&was, &is) {
                (None, Some(is)) => format!(" has `{name}: {is}` now"),
                (Some(was), None) => format!(" no longer has `{name}: {was}`"),
                (Some(was), Some(is)) => format!(" has `{name}: {is}` instead of {was}"),
                (None, None) => continue,
            };
            let kind = bound_kind(bound, was.as_deref(), is.as_deref());
            self.add(place.change(kind, &rest).causes([documented()]));
        }
    }

    fn patterns(&mut self, old: &Constraints, new: &Constraints, place: &Place<'_>) {
        let (kind, rest) = match (&old.pattern, &new.pattern) {
            (was, is) if was == is => return,
            (None, Some(is)) => (Kind::PatternAdded, format!(" must match `{is}` now")),
            (Some(was), None) => (Kind::PatternRemoved, format!(" need no longer match `{was}`")),
            (Some(was), Some(is)) => (Kind::PatternChanged, format!(" must match `{is}` instead of `{was}`")),
            (None, None) => return,
        };
        self.add(place.change(kind, &rest).causes([documented()]));
    }

    fn conditions(&mut self, old: &Constraints, new: &Constraints, place: &Place<'_>) {
        for condition in old.conditions.difference(&new.conditions) {
            let change = place.change(Kind::ConditionRemoved, &format!(": this no longer holds: {condition}"));
            self.add(change.causes([documented()]));
        }
        for condition in new.conditions.difference(&old.conditions) {
            let change = place.change(Kind::ConditionAdded, &format!(": this must hold now: {condition}"));
            self.add(change.causes([documented()]));
        }
    }

    fn defaults(&mut self, old: &Constraints, new: &Constraints, place: &Place<'_>) {
        let (kind, rest) = match (&old.default, &new.default) {
            (was, is) if was == is => return,
            (None, Some(is)) => (Kind::DefaultAdded, format!(" is {} when not given", shortened(is))),
            (Some(was), None) => (Kind::DefaultRemoved, format!(" is no longer {} when not given", shortened(was))),
            (Some(was), Some(is)) => {
                (Kind::DefaultChanged, format!(" is {} when not given, instead of {}", shortened(is), shortened(was)))
            }
            (None, None) => return,
        };
        self.add(place.change(kind, &rest).causes([documented()]));
    }
}

/// Returns the effect of a constraint, which is documented but never checked.
fn documented() -> Effect {
    Effect::new(EffectKind::Documentation, "only its documentation says so")
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

fn bound_kind(bound: Bound, was: Option<&str>, is: Option<&str>) -> Kind {
    let value = |text: Option<&str>, none: f64| text.and_then(|text| text.parse().ok()).unwrap_or(none);
    // A missing bound counts as negative or positive infinity.
    let exact = |text: Option<&str>| text.and_then(|text| text.parse::<i128>().ok());
    let is_raised = |none: f64| match (exact(was), exact(is)) {
        (Some(was), Some(is)) => is > was,
        _ => value(is, none) > value(was, none),
    };
    let (least, most) = (is_raised(f64::NEG_INFINITY), is_raised(f64::INFINITY));
    match (bound, least, most) {
        (Bound::Minimum | Bound::ExclusiveMinimum, true, _) => Kind::MinimumRaised,
        (Bound::Minimum | Bound::ExclusiveMinimum, false, _) => Kind::MinimumLowered,
        (Bound::Maximum | Bound::ExclusiveMaximum, _, true) => Kind::MaximumRaised,
        (Bound::Maximum | Bound::ExclusiveMaximum, _, false) => Kind::MaximumLowered,
        (Bound::MinLength, true, _) => Kind::MinLengthRaised,
        (Bound::MinLength, false, _) => Kind::MinLengthLowered,
        (Bound::MaxLength, _, true) => Kind::MaxLengthRaised,
        (Bound::MaxLength, _, false) => Kind::MaxLengthLowered,
        (Bound::MinItems, true, _) => Kind::MinItemsRaised,
        (Bound::MinItems, false, _) => Kind::MinItemsLowered,
        (Bound::MaxItems, _, true) => Kind::MaxItemsRaised,
        (Bound::MaxItems, _, false) => Kind::MaxItemsLowered,
        (Bound::MinProperties, true, _) => Kind::MinPropertiesRaised,
        (Bound::MinProperties, false, _) => Kind::MinPropertiesLowered,
        (Bound::MaxProperties, _, true) => Kind::MaxPropertiesRaised,
        (Bound::MaxProperties, _, false) => Kind::MaxPropertiesLowered,
        (Bound::MultipleOf, ..) => match (was, is) {
            (None, _) => Kind::MultipleOfAdded,
            (_, None) => Kind::MultipleOfRemoved,
            _ => Kind::MultipleOfChanged,
        },
    }
}
