//! Name overrides of `apiarist.toml`, by key, by JSON pointer and by pattern.
//!
//! ```text
//! [names.types]
//! PetOut = "Pet"          # the component `PetOut`
//! "*Dto" = "*"            # `OrderDto` becomes `Order`
//! [names.fields]
//! "Pet.createdAt" = "created"
//! "*.createdAt" = "created"     # unless an entry has the whole key
//! ```

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;

use super::identifier::{pascal, snake, split_words};
use crate::diagnostics::{Code, Diagnostics};
use crate::settings::{NameKind, NamePattern};

/// The maximum length of a key that is compared with similar keys.
const LONGEST: usize = 200;

/// The maximum number of keys that are compared with an unused key.
const COMPARED: usize = 20_000;

/// One table of overrides, applied to the items of a document.
#[derive(Clone, Debug, Default)]
pub(super) struct AppliedOverrides {
    /// The name of each item that has an override, by its first key.
    pub(super) names: IndexMap<String, String>,
    unused: Vec<UnusedOverride>,
}

/// An override that matches nothing.
#[derive(Clone, Debug)]
struct UnusedOverride {
    key: String,
    nearest: Option<String>,
}

impl AppliedOverrides {
    /// Applies a table to items. Each item has several keys, the first of which is matched with patterns. An override
    /// with an exact key takes precedence over a pattern, and the first of several matching patterns applies.
    pub(super) fn new(
        table: &IndexMap<String, String>,
        kind: NameKind,
        items: impl Iterator<Item = Vec<String>>,
    ) -> Self {
        if table.is_empty() {
            return Self::default();
        }
        let patterns: Vec<(&String, NamePattern<'_>)> =
            table.iter().filter_map(|(key, name)| Some((key, NamePattern::parse(key, name)?))).collect();
        let mut used = HashSet::new();
        let mut applied = Self::default();
        let mut known = Vec::new();
        for keys in items {
            let mut exact = keys.iter().filter_map(|key| table.get_key_value(key));
            let found = exact.next().map(|(key, name)| (key, name.clone()));
            let found = found.or_else(|| {
                let first = keys.first()?;
                patterns.iter().find_map(|(key, pattern)| Some((*key, cased(pattern.apply(first)?, kind)?)))
            });
            if let (Some((key, name)), Some(first)) = (found, keys.first()) {
                used.insert(key.as_str());
                applied.names.insert(first.clone(), name);
            }
            known.extend(keys);
        }
        let unused = table.keys().filter(|key| !used.contains(key.as_str()));
        applied.unused = unused.map(|key| UnusedOverride { key: key.clone(), nearest: nearest(key, &known) }).collect();
        applied
    }

    /// Returns the name of the item with this first key.
    pub(super) fn get(&self, key: &str) -> Option<&String> {
        self.names.get(key)
    }

    /// Marks an override as used.
    pub(super) fn use_key(&mut self, key: &str) {
        self.unused.retain(|unused| unused.key != key);
    }

    /// Reports overrides that match nothing in the document. `noun` is the kind of item in `table`.
    pub(super) fn report_unused(&self, table: &str, noun: &str, diagnostics: &mut Diagnostics) {
        for UnusedOverride { key, nearest } in &self.unused {
            let mut message = format!("`[{table}]` renames `{key}`, but the document has no such {noun}");
            if let Some(nearest) = nearest {
                message.push_str(&format!("; the nearest is `{nearest}`"));
            }
            diagnostics.report_without_origin(Code::UnusedNameOverride, message);
        }
    }
}

/// Converts a name made from a pattern to the case of its kind. Returns `None` if the name contains no words.
fn cased(name: String, kind: NameKind) -> Option<String> {
    let words = split_words(&name);
    let is_name = name.chars().any(char::is_alphabetic);
    is_name.then(|| match kind {
        NameKind::Type => pascal(&words, "Value"),
        NameKind::Value => snake(&words, "value"),
    })
}

/// Returns the known key that is most similar to an unused one, if any is similar.
pub(crate) fn nearest(key: &str, known: &[String]) -> Option<String> {
    if key.len() > LONGEST {
        return None;
    }
    let near = known.iter().take(COMPARED).filter(|other| other.len() <= LONGEST);
    let measured = near.map(|other| (distance(&key.to_lowercase(), &other.to_lowercase()), other));
    let (distance, other) = measured.min_by_key(|(distance, _)| *distance)?;
    (distance * 3 <= key.chars().count()).then(|| other.clone())
}

/// Returns the number of insertions, deletions and replacements of characters that convert one text into another.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, character) in one.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = at + 1;
        for (column, second) in other.iter().enumerate() {
            let replaced = diagonal + usize::from(character != *second);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(row[column] + 1).min(diagonal + 1);
        }
    }
    row[other.len()]
}

/// The names of fields and variants from overrides, by their keys in the lock.
#[derive(Debug, Default)]
pub(super) struct ChosenNames {
    names: HashMap<String, String>,
    /// The names in each type.
    taken: HashSet<(String, String)>,
}

impl ChosenNames {
    pub(super) fn new(names: &IndexMap<String, String>) -> Self {
        let taken = names.iter().map(|(key, name)| (type_of(key).to_owned(), name.clone())).collect();
        Self { names: names.iter().map(|(key, name)| (key.clone(), name.clone())).collect(), taken }
    }

    /// Returns the name from an override.
    pub(super) fn get(&self, key: &str) -> Option<&str> {
        self.names.get(key).map(String::as_str)
    }

    /// Returns `true` if an override assigns this name to another item of the same type.
    pub(super) fn takes(&self, key: &str, name: &str) -> bool {
        self.taken.contains(&(type_of(key).to_owned(), name.to_owned()))
    }
}

/// Returns the type in a key such as `Pet.createdAt`.
fn type_of(key: &str) -> &str {
    key.split_once('.').map_or(key, |(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn applied(table: &[(&str, &str)], kind: NameKind, items: &[&str]) -> AppliedOverrides {
        let table = table.iter().map(|(key, name)| ((*key).to_owned(), (*name).to_owned())).collect();
        AppliedOverrides::new(&table, kind, items.iter().map(|item| vec![(*item).to_owned()]))
    }

    #[test]
    fn whole_keys_precede_patterns_and_the_first_pattern_applies() {
        let table = [("*Dto", "*"), ("Order*", "Purchase*"), ("UserDto", "Person")];
        let applied = applied(&table, NameKind::Type, &["PetDto", "OrderDto", "OrderLine", "UserDto", "Dto", "Cat"]);
        let names: Vec<(&str, &str)> = applied.names.iter().map(|(key, name)| (key.as_str(), name.as_str())).collect();
        assert_eq!(
            names,
            [("PetDto", "Pet"), ("OrderDto", "Order"), ("OrderLine", "PurchaseLine"), ("UserDto", "Person")]
        );
    }

    #[test]
    fn unused_overrides_are_reported_with_the_nearest_key() {
        let applied = applied(&[("Pet.nmae", "title"), ("*.nothing", "x")], NameKind::Value, &["Pet.name", "Pet.age"]);
        let mut diagnostics = Diagnostics::new();
        applied.report_unused("names.fields", "field", &mut diagnostics);
        let messages: Vec<&str> = diagnostics.iter().map(|diagnostic| diagnostic.message.as_str()).collect();
        assert_eq!(
            messages,
            [
                "`[names.fields]` renames `Pet.nmae`, but the document has no such field; the nearest is `Pet.name`",
                "`[names.fields]` renames `*.nothing`, but the document has no such field",
            ]
        );
    }
}
