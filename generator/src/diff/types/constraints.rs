//! Comparison of constraints on values beyond their type.

use crate::code_span::code_span;
use crate::diff::comparison::Comparison;
use crate::diff::location::Location;
use crate::diff::{ChangeKind, Effect, EffectKind};
use crate::ir::{Bound, Constraints};

impl Comparison<'_> {
    /// Compares the constraints at one location. `is_integer` states whether all values are integers, for which
    /// `minimum: 1` and `exclusiveMinimum: 0` are the same.
    pub(in crate::diff) fn constraints(
        &mut self,
        old: &Constraints,
        new: &Constraints,
        is_integer: bool,
        location: &Location<'_>,
    ) {
        if old == new {
            return;
        }
        self.formats(old, new, location);
        self.bounds(old, new, is_integer, location);
        self.patterns(old, new, location);
        self.conditions(old, new, location);
        self.alternatives(old, new, location);
        self.defaults(old, new, location);
        self.compare_sunsets(old.sunset.as_deref(), new.sunset.as_deref(), location);
    }

    /// Compares formats. A format that determines the type also changes the type.
    fn formats(&mut self, old: &Constraints, new: &Constraints, location: &Location<'_>) {
        let quoted = |format: &str| code_span(format);
        let change = match (format(old), format(new)) {
            (was, is) if was == is => return,
            (None, Some(is)) => location.added(ChangeKind::FormatAdded, &format!("format {}", code_span(is))),
            (Some(was), None) => location.removed(ChangeKind::FormatRemoved, &format!("format {}", code_span(was))),
            (Some(was), Some(is)) => location.changed(ChangeKind::FormatChanged, "format", &quoted(was), &quoted(is)),
            (None, None) => return,
        };
        self.add(change.causes(location.effect.clone()));
    }

    fn bounds(&mut self, old: &Constraints, new: &Constraints, is_integer: bool, location: &Location<'_>) {
        for limit in LIMITS {
            let (was, is) = (Stated::of(old, limit), Stated::of(new, limit));
            let key = |stated: &Option<Stated<'_>>| stated.as_ref().map(|stated| stated.comparable(is_integer));
            if key(&was) == key(&is) {
                continue;
            }
            let kind = bound_kind(limit[0], was.as_ref(), is.as_ref());
            let change = match (&was, &is) {
                (None, Some(is)) => location.added(kind, &is.text()),
                (Some(was), None) => location.removed(kind, &was.text()),
                (Some(was), Some(is)) if was.bound == is.bound => {
                    location.changed(kind, &format!("`{}`", is.bound.keyword()), was.value, is.value)
                }
                (Some(was), Some(is)) => location.changed(kind, limit_word(is.bound), &was.text(), &is.text()),
                (None, None) => continue,
            };
            self.add(change.causes([documented()]));
        }
    }

    fn patterns(&mut self, old: &Constraints, new: &Constraints, location: &Location<'_>) {
        let quoted = |pattern: &str| code_span(pattern);
        let change = match (pattern(old), pattern(new)) {
            (was, is) if was == is => return,
            (None, Some(is)) => location.added(ChangeKind::PatternAdded, &format!("pattern {}", code_span(is))),
            (Some(was), None) => location.removed(ChangeKind::PatternRemoved, &format!("pattern {}", code_span(was))),
            (Some(was), Some(is)) => location.changed(ChangeKind::PatternChanged, "pattern", &quoted(was), &quoted(is)),
            (None, None) => return,
        };
        self.add(change.causes([documented()]));
    }

    /// Compares the alternatives of which a value must match one.
    fn alternatives(&mut self, old: &Constraints, new: &Constraints, location: &Location<'_>) {
        let (old, new) = (&old.alternatives, &new.alternatives);
        let includes = |wide: &[Constraints], narrow: &[Constraints]| match (wide.is_empty(), narrow.is_empty()) {
            (true, _) => true,
            (false, true) => false,
            (false, false) => narrow.iter().all(|narrow| wide.iter().any(|wide| narrow.imply(wide))),
        };
        let kind = match (includes(old, new), includes(new, old)) {
            (true, true) => return,
            (true, false) => ChangeKind::AlternativesNarrowed,
            (false, true) => ChangeKind::AlternativesWidened,
            (false, false) => ChangeKind::AlternativesChanged,
        };
        let change = location.changed(kind, "alternatives", &alternatives_text(old), &alternatives_text(new));
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

/// Returns a format that adds information to the type. `byte` is the older name of `base64`.
fn format(constraints: &Constraints) -> Option<&str> {
    match constraints.format.as_deref()? {
        "int64" | "double" | "float" | "string" => None,
        "byte" => Some("base64"),
        format => Some(format),
    }
}

/// Returns a pattern that not every string matches.
fn pattern(constraints: &Constraints) -> Option<&str> {
    constraints.pattern.as_deref().filter(|pattern| !matches!(*pattern, "" | "^" | "$" | ".*" | "^.*" | ".*$"))
}

/// Describes alternatives, of which none means any value.
fn alternatives_text(alternatives: &[Constraints]) -> String {
    if alternatives.is_empty() {
        return "any value".to_owned();
    }
    let texts: Vec<String> = alternatives.iter().map(alternative_text).collect();
    texts.join(" or ")
}

fn alternative_text(alternative: &Constraints) -> String {
    let bounds = alternative.bounds.iter().map(|(bound, value)| format!("`{}: {value}`", bound.keyword()));
    let format = alternative.format.iter().map(|format| format!("format {}", code_span(format)));
    let pattern = alternative.pattern.iter().map(|pattern| format!("pattern {}", code_span(pattern)));
    let conditions = alternative.conditions.iter().map(|condition| condition.trim_end_matches('.').to_owned());
    let facts: Vec<String> = bounds.chain(format).chain(pattern).chain(conditions).collect();
    if facts.is_empty() { "other values".to_owned() } else { facts.join(", ") }
}

/// Bounds that limit the same quantity in the same direction.
const LIMITS: [&[Bound]; 11] = [
    &[Bound::Minimum, Bound::ExclusiveMinimum],
    &[Bound::Maximum, Bound::ExclusiveMaximum],
    &[Bound::MultipleOf],
    &[Bound::MinLength],
    &[Bound::MaxLength],
    &[Bound::MinItems],
    &[Bound::MaxItems],
    &[Bound::MinProperties],
    &[Bound::MaxProperties],
    &[Bound::MinContains],
    &[Bound::MaxContains],
];

/// A bound with its value.
struct Stated<'c> {
    bound: Bound,
    value: &'c str,
}

impl<'c> Stated<'c> {
    /// Returns the tightest bound of a limit, or `None` if it restricts nothing.
    fn of(constraints: &'c Constraints, limit: &[Bound]) -> Option<Self> {
        let stated = |bound: &Bound| constraints.bounds.iter().find(|(known, _)| known == bound);
        let found = limit.iter().filter_map(stated).map(|(bound, value)| Self { bound: *bound, value });
        let tightest = found.reduce(|closed, open| {
            let (low, high) = (closed.number(), open.number());
            let is_closed = match closed.bound {
                Bound::Maximum => low < high,
                _ => low > high,
            };
            if is_closed { closed } else { open }
        })?;
        let is_trivial = match tightest.bound {
            Bound::MinLength | Bound::MinItems | Bound::MinProperties => tightest.value == "0",
            // The default.
            Bound::MinContains => tightest.value == "1",
            _ => false,
        };
        (!is_trivial).then_some(tightest)
    }

    fn number(&self) -> f64 {
        self.value.parse().unwrap_or_default()
    }

    fn is_exclusive(&self) -> bool {
        matches!(self.bound, Bound::ExclusiveMinimum | Bound::ExclusiveMaximum)
    }

    fn text(&self) -> String {
        format!("`{}: {}`", self.bound.keyword(), self.value)
    }

    /// Returns whether the bound is exclusive, and its value; equal bounds have equal results.
    fn comparable(&self, is_integer: bool) -> (bool, String) {
        let step = match self.bound {
            Bound::ExclusiveMinimum => 1,
            Bound::ExclusiveMaximum => -1,
            _ => return (false, number(self.value)),
        };
        match self.value.parse::<i128>().ok().filter(|_| is_integer).and_then(|value| value.checked_add(step)) {
            Some(closed) => (false, closed.to_string()),
            None => (true, number(self.value)),
        }
    }
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
        Some((end, _)) => code_span(&format!("{}…", text.get(..end).unwrap_or_default())),
        None => code_span(&text),
    }
}

/// Returns the name of the quantity that two different keywords limit.
fn limit_word(bound: Bound) -> &'static str {
    match bound {
        Bound::Minimum | Bound::ExclusiveMinimum => "lower bound",
        _ => "upper bound",
    }
}

fn bound_kind(bound: Bound, was: Option<&Stated<'_>>, is: Option<&Stated<'_>>) -> ChangeKind {
    // A missing bound counts as negative or positive infinity.
    let value = |stated: Option<&Stated<'_>>, none: f64| stated.map_or(none, Stated::number);
    let exact = |stated: Option<&Stated<'_>>| stated.and_then(|stated| stated.value.parse::<i128>().ok());
    let is_raised = |none: f64| match (exact(was), exact(is)) {
        (Some(was), Some(is)) => is > was,
        _ => value(is, none) > value(was, none),
    };
    let is_same_value = was.zip(is).is_some_and(|(was, is)| number(was.value) == number(is.value));
    let (was_open, is_open) = (was.is_some_and(Stated::is_exclusive), is.is_some_and(Stated::is_exclusive));
    let least_none = if bound == Bound::MinContains { 1.0 } else { f64::NEG_INFINITY };
    let least = if is_same_value { is_open && !was_open } else { is_raised(least_none) };
    let most = if is_same_value { was_open && !is_open } else { is_raised(f64::INFINITY) };
    match (bound, least, most) {
        (Bound::Minimum | Bound::ExclusiveMinimum, true, _) => ChangeKind::MinimumRaised,
        (Bound::Minimum | Bound::ExclusiveMinimum, false, _) => ChangeKind::MinimumLowered,
        (Bound::Maximum | Bound::ExclusiveMaximum, _, true) => ChangeKind::MaximumRaised,
        (Bound::Maximum | Bound::ExclusiveMaximum, _, false) => ChangeKind::MaximumLowered,
        (Bound::MinLength, true, _) => ChangeKind::MinLengthRaised,
        (Bound::MinLength, false, _) => ChangeKind::MinLengthLowered,
        (Bound::MaxLength, _, true) => ChangeKind::MaxLengthRaised,
        (Bound::MaxLength, _, false) => ChangeKind::MaxLengthLowered,
        (Bound::MinItems | Bound::MinContains, true, _) => ChangeKind::MinItemsRaised,
        (Bound::MinItems | Bound::MinContains, false, _) => ChangeKind::MinItemsLowered,
        (Bound::MaxItems | Bound::MaxContains, _, true) => ChangeKind::MaxItemsRaised,
        (Bound::MaxItems | Bound::MaxContains, _, false) => ChangeKind::MaxItemsLowered,
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
