//! The document's prose about a node, and constraints on values that no type enforces.

use std::cmp::Ordering;

use serde_json::Value;

use crate::hash::IndexSet;
use crate::source::Pointer;

/// Text for a doc comment: prose of the document, and facts that are documented but not enforced.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Documentation {
    /// A short line, from `summary` or `title`; the document's Markdown.
    pub summary: Option<String>,
    /// The description; the document's Markdown.
    pub description: Option<String>,
    /// One sentence each about defaults and limits, such as `1 to 100.` or ``Default: `20`.``; generated Markdown.
    pub notes: Vec<String>,
    /// Whether the document marks the node as deprecated.
    pub deprecated: bool,
    /// The reason for the deprecation, or the replacement; the document's Markdown.
    pub deprecation_reason: Option<String>,
    /// The removal date of a deprecated node, as the document spells it (`x-sunset`).
    pub deprecation_sunset: Option<String>,
    /// Constraints on values beyond their type, as data; [`notes`](Self::notes) contains most of them as text.
    pub constraints: Option<Box<Constraints>>,
}

impl Documentation {
    /// Returns `true` if the node itself states nothing; a reference alone states nothing.
    pub fn is_blank(&self) -> bool {
        let mut other = self.clone();
        if let Some(constraints) = &mut other.constraints {
            constraints.references.clear();
        }
        other.constraints.take_if(|constraints| **constraints == Constraints::default());
        other == Self::default()
    }
}

/// Constraints on values beyond their type. Servers may enforce them; clients only document them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Constraints {
    /// The lower and upper bounds, each at most once.
    pub bounds: Vec<(Bound, String)>,
    /// The regular expression for strings (ECMA-262).
    pub pattern: Option<String>,
    /// The `format`, whether or not it determines the type.
    pub format: Option<String>,
    /// The default value.
    pub default: Option<Value>,
    /// Conditions that are only described in prose, one sentence each.
    pub conditions: IndexSet<String>,
    /// The constraints on the elements of an array or the values of a map.
    pub elements: Option<Box<Constraints>>,
    /// The removal date, as the document spells it (`x-sunset`).
    pub sunset: Option<String>,
    /// The constraints of which a value must match one; any value is accepted if there are none.
    pub alternatives: Vec<Constraints>,
    /// The schemas whose constraints apply as well: the targets of `$ref`.
    pub references: Vec<Pointer>,
}

impl Constraints {
    /// Adds the constraints of another set. Of two bounds, the tighter one applies; of two defaults or formats, the
    /// first.
    pub fn narrow(&mut self, other: &Self) {
        for (bound, value) in &other.bounds {
            match self.bounds.iter_mut().find(|(known, _)| known == bound) {
                Some((_, known)) if bound.is_tighter(value, known) => known.clone_from(value),
                Some(_) => {}
                None => self.bounds.push((*bound, value.clone())),
            }
        }
        let or = |own: &mut Option<String>, other: &Option<String>| *own = own.take().or_else(|| other.clone());
        or(&mut self.format, &other.format);
        or(&mut self.sunset, &other.sunset);
        self.default = self.default.take().or_else(|| other.default.clone());
        self.conditions.extend(other.conditions.iter().cloned());
        self.narrow_pattern(other.pattern.as_deref());
        match (&mut self.elements, &other.elements) {
            (Some(own), Some(other)) => own.narrow(other),
            (own @ None, other) => own.clone_from(other),
            (Some(_), None) => {}
        }
        self.narrow_alternatives(&other.alternatives);
        for reference in &other.references {
            if !self.references.contains(reference) {
                self.references.push(reference.clone());
            }
        }
    }

    /// Adds alternatives. Values must match one of both sets, so each of one set is combined with each of the other:
    /// `a or b`, and `a or c`, are `a, or b and c`. Of too many combinations, only the first set is kept.
    fn narrow_alternatives(&mut self, other: &[Self]) {
        /// The maximum number of combinations. Without a limit, several sets would multiply.
        const MOST: usize = 256;
        if self.alternatives.is_empty() {
            self.alternatives = other.to_vec();
        }
        if other.is_empty() || self.alternatives == other || self.alternatives.len() * other.len() > MOST {
            return;
        }
        let mut combined: Vec<Self> = Vec::new();
        for own in &self.alternatives {
            for other in other {
                let mut both = own.clone();
                both.narrow(other);
                // An alternative that includes another replaces it.
                if !combined.iter().any(|wider| both.imply(wider)) {
                    combined.retain(|narrower| !narrower.imply(&both));
                    combined.push(both);
                }
            }
        }
        self.alternatives = combined;
    }

    /// Adds a pattern. Values must match both if there is one already; the order of the two is irrelevant.
    fn narrow_pattern(&mut self, other: Option<&str>) {
        let Some(other) = other else { return };
        match self.pattern.take() {
            Some(own) if own != other => {
                let (first, second) =
                    if own.as_str() < other { (own, other) } else { (other.to_owned(), own.as_str()) };
                self.conditions.insert(format!("Matches `{second}`."));
                self.pattern = Some(first);
            }
            _ => self.pattern = Some(other.to_owned()),
        }
    }

    /// Returns `true` if every value that matches these constraints also matches the others. References are ignored.
    pub fn imply(&self, other: &Self) -> bool {
        let has_bound = |(bound, value): &(Bound, String)| {
            let own = self.bounds.iter().find(|(known, _)| known == bound);
            own.is_some_and(|(_, own)| own == value || bound.is_tighter(own, value))
        };
        let has = |own: &Option<String>, other: &Option<String>| other.is_none() || own == other;
        let elements = match (&self.elements, &other.elements) {
            (_, None) => true,
            (own, Some(other)) => own.as_deref().unwrap_or(&Self::default()).imply(other),
        };
        other.bounds.iter().all(has_bound)
            && has(&self.pattern, &other.pattern)
            && has(&self.format, &other.format)
            && other.conditions.is_subset(&self.conditions)
            && elements
    }
}

/// Returns the bounds that the keywords of a schema state, without those that bound nothing; `limit` returns a keyword
/// as a number, and `is_set` whether a keyword is `true`: `exclusiveMinimum` has both forms.
pub fn stated_bounds(limit: impl Fn(&str) -> Option<String>, is_set: impl Fn(&str) -> bool) -> Vec<(Bound, String)> {
    let (over, under) = (is_set(Bound::ExclusiveMinimum.keyword()), is_set(Bound::ExclusiveMaximum.keyword()));
    let stated = Bound::ALL.into_iter().filter_map(|bound| {
        let effective = match bound {
            Bound::Minimum if over => Bound::ExclusiveMinimum,
            Bound::Maximum if under => Bound::ExclusiveMaximum,
            bound => bound,
        };
        let is_count = matches!(bound, Bound::MinLength | Bound::MinItems | Bound::MinProperties);
        Some((effective, limit(bound.keyword()).filter(|value| !(is_count && value == "0"))?))
    });
    stated.collect()
}

/// The kind of a bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Bound {
    /// `minimum`.
    Minimum,
    /// `maximum`.
    Maximum,
    /// `exclusiveMinimum`, or `minimum` with the boolean form of it.
    ExclusiveMinimum,
    /// `exclusiveMaximum`, or `maximum` with the boolean form of it.
    ExclusiveMaximum,
    /// `multipleOf`.
    MultipleOf,
    /// `minLength`.
    MinLength,
    /// `maxLength`.
    MaxLength,
    /// `minItems`.
    MinItems,
    /// `maxItems`.
    MaxItems,
    /// `minProperties`.
    MinProperties,
    /// `maxProperties`.
    MaxProperties,
    /// `minContains`.
    MinContains,
    /// `maxContains`.
    MaxContains,
}

impl Bound {
    /// All bounds, in the order of their documentation.
    pub const ALL: [Self; 13] = [
        Self::Minimum,
        Self::Maximum,
        Self::ExclusiveMinimum,
        Self::ExclusiveMaximum,
        Self::MultipleOf,
        Self::MinLength,
        Self::MaxLength,
        Self::MinItems,
        Self::MaxItems,
        Self::MinProperties,
        Self::MaxProperties,
        Self::MinContains,
        Self::MaxContains,
    ];

    /// Returns the keyword of JSON Schema.
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Minimum => "minimum",
            Self::Maximum => "maximum",
            Self::ExclusiveMinimum => "exclusiveMinimum",
            Self::ExclusiveMaximum => "exclusiveMaximum",
            Self::MultipleOf => "multipleOf",
            Self::MinLength => "minLength",
            Self::MaxLength => "maxLength",
            Self::MinItems => "minItems",
            Self::MaxItems => "maxItems",
            Self::MinProperties => "minProperties",
            Self::MaxProperties => "maxProperties",
            Self::MinContains => "minContains",
            Self::MaxContains => "maxContains",
        }
    }

    /// Returns `true` if a value of this bound allows less than another value. Steps cannot be compared.
    fn is_tighter(self, value: &str, other: &str) -> bool {
        let order = match (value.parse::<i128>(), other.parse::<i128>()) {
            (Ok(value), Ok(other)) => Some(value.cmp(&other)),
            _ => value.parse::<f64>().ok().and_then(|value| value.partial_cmp(&other.parse().ok()?)),
        };
        match self {
            Self::Minimum
            | Self::ExclusiveMinimum
            | Self::MinLength
            | Self::MinItems
            | Self::MinProperties
            | Self::MinContains => order == Some(Ordering::Greater),
            Self::Maximum
            | Self::ExclusiveMaximum
            | Self::MaxLength
            | Self::MaxItems
            | Self::MaxProperties
            | Self::MaxContains => order == Some(Ordering::Less),
            Self::MultipleOf => false,
        }
    }
}
