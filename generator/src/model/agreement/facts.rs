//! A neutral listing of the facts in a document, which any reader of OpenAPI 3.0 can write:
//!
//! ```text
//! #/components/schemas/Pet            type        object
//! #/components/schemas/Pet            required    ["name"]
//! #/components/schemas/Pet/properties/age  minimum  0
//! ```

use std::collections::BTreeMap;

use serde_json::{Number, Value};

/// The keywords of limits, whose values are compared as they are.
pub(super) const LIMITS: [&str; 9] = [
    "minimum",
    "maximum",
    "multipleOf",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "minProperties",
    "maxProperties",
];

/// Facts by their location and keyword.
#[derive(Debug, Default)]
pub(super) struct Facts(BTreeMap<(String, &'static str), String>);

/// A fact that two readers state differently. `None` means that a reader does not state it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Difference {
    pub(super) at: String,
    pub(super) keyword: &'static str,
    pub(super) ours: Option<String>,
    pub(super) theirs: Option<String>,
}

impl Facts {
    pub(super) fn add(&mut self, at: &str, keyword: &'static str, fact: impl Into<String>) {
        self.0.insert((at.to_owned(), keyword), fact.into());
    }

    pub(super) fn add_if_any(&mut self, at: &str, keyword: &'static str, fact: Option<&str>) {
        if let Some(fact) = fact {
            self.add(at, keyword, fact);
        }
    }

    /// States a keyword whose default is `false`.
    pub(super) fn add_if_true(&mut self, at: &str, keyword: &'static str, is_true: bool) {
        if is_true {
            self.add(at, keyword, "true");
        }
    }

    /// States a set of names, in alphabetical order.
    pub(super) fn add_names<'n>(&mut self, at: &str, keyword: &'static str, names: impl IntoIterator<Item = &'n str>) {
        let mut names: Vec<&str> = names.into_iter().collect();
        names.sort_unstable();
        names.dedup();
        if !names.is_empty() {
            self.add(at, keyword, format!("{names:?}"));
        }
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns `true` if a location has at least one fact, or a location below it.
    pub(super) fn has_any(&self, at: &str) -> bool {
        let next = self.0.range((at.to_owned(), "")..).next();
        next.is_some_and(|((found, _), _)| is_within(found, at))
    }

    /// Returns the facts that differ.
    pub(super) fn differences(&self, theirs: &Self) -> Vec<Difference> {
        let mut keys: Vec<&(String, &'static str)> = self.0.keys().chain(theirs.0.keys()).collect();
        keys.sort_unstable();
        keys.dedup();
        let facts = keys.into_iter().map(|key| (key, self.0.get(key), theirs.0.get(key)));
        let different = facts.filter(|(_, ours, theirs)| ours != theirs);
        let difference =
            |((at, keyword), ours, theirs): (&(String, &'static str), Option<&String>, Option<&String>)| Difference {
                at: at.clone(),
                keyword,
                ours: ours.cloned(),
                theirs: theirs.cloned(),
            };
        different.map(difference).collect()
    }
}

/// Returns `true` if a location is another location or below it.
pub(super) fn is_within(at: &str, outer: &str) -> bool {
    at.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Returns `true` if a key of `responses` is valid. `openapiv3` drops the others, and the model keeps them for the
/// diagnostics of a later stage.
pub(super) fn is_status(key: &str) -> bool {
    let is_code = key.len() == 3 && key.bytes().all(|byte| byte.is_ascii_digit()) && !key.starts_with(['0', '6']);
    key == "default" || is_code || matches!(key, "1XX" | "2XX" | "3XX" | "4XX" | "5XX")
}

/// Returns a JSON value in a spelling that does not depend on the type that held its numbers: `1.0` is `1`.
pub(super) fn canonical(value: &Value) -> String {
    match value {
        Value::Number(number) => canonical_number(number),
        Value::Array(elements) => {
            let elements: Vec<String> = elements.iter().map(canonical).collect();
            format!("[{}]", elements.join(","))
        }
        Value::Object(members) => {
            let members: Vec<String> =
                members.iter().map(|(name, value)| format!("{name:?}:{}", canonical(value))).collect();
            format!("{{{}}}", members.join(","))
        }
        other => other.to_string(),
    }
}

/// The largest integer up to which a float is exact. `openapiv3` keeps the limits of numbers as floats.
const EXACT: f64 = 9_007_199_254_740_992.0;

fn canonical_number(number: &Number) -> String {
    match (number.as_i128(), number.as_f64()) {
        (Some(integer), Some(float)) if float.abs() <= EXACT => integer.to_string(),
        (_, Some(float)) => format!("{float}"),
        (_, None) => number.to_string(),
    }
}
