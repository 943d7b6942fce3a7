//! The document's prose about a node, and constraints on values that no type enforces.

use indexmap::IndexSet;
use serde_json::Value;

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
}

impl Constraints {
    /// Adds the constraints of another set that this one lacks.
    pub fn extend(&mut self, other: &Self) {
        for (bound, value) in &other.bounds {
            if !self.bounds.iter().any(|(known, _)| known == bound) {
                self.bounds.push((*bound, value.clone()));
            }
        }
        let or = |own: &mut Option<String>, other: &Option<String>| *own = own.take().or_else(|| other.clone());
        or(&mut self.pattern, &other.pattern);
        or(&mut self.format, &other.format);
        or(&mut self.sunset, &other.sunset);
        self.default = self.default.take().or_else(|| other.default.clone());
        self.conditions.extend(other.conditions.iter().cloned());
        self.elements = self.elements.take().or_else(|| other.elements.clone());
    }
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
}
