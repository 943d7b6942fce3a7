//! What the document says about a node in prose, and what it says of values that no type can hold them to.

use indexmap::IndexSet;
use serde_json::Value;

/// Text for a doc comment: prose of the document and facts that are documented, not enforced.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Documentation {
    /// A short line, from `summary` or `title`; Markdown of the document.
    pub summary: Option<String>,
    /// The description; Markdown of the document.
    pub description: Option<String>,
    /// One sentence each on defaults and limits, such as `1 to 100.` or ``Default: `20`.``; Markdown of ours.
    pub notes: Vec<String>,
    /// Whether the document marks the node as deprecated.
    pub deprecated: bool,
    /// Why it is deprecated, or what replaces it; Markdown of the document.
    pub deprecation_reason: Option<String>,
    /// Until when something deprecated exists, as the document spells it (`x-sunset`).
    pub deprecation_sunset: Option<String>,
    /// What values must be like beyond their type, as data: most of it is in [`notes`](Self::notes) in words.
    pub constraints: Option<Box<Constraints>>,
}

/// What values must be like beyond their type. Servers may insist on it; clients only tell of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Constraints {
    /// The least and the most, each once.
    pub bounds: Vec<(Bound, String)>,
    /// The regular expression that texts match (ECMA-262).
    pub pattern: Option<String>,
    /// The `format`, whether or not a type follows from it.
    pub format: Option<String>,
    /// The value that counts when none is given.
    pub default: Option<Value>,
    /// Conditions that are told in words alone, one sentence each.
    pub conditions: IndexSet<String>,
    /// What holds for the elements of a list, or the values of a map.
    pub elements: Option<Box<Constraints>>,
    /// The day from which on it is no more, as the document spells it (`x-sunset`).
    pub sunset: Option<String>,
}

impl Constraints {
    /// Adds what something else says, where nothing is said here.
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

/// What is bounded, and from which side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Bound {
    /// `minimum`.
    Minimum,
    /// `maximum`.
    Maximum,
    /// `exclusiveMinimum`, or `minimum` beside its truth value.
    ExclusiveMinimum,
    /// `exclusiveMaximum`, or `maximum` beside its truth value.
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
