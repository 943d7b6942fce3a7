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
//!
//! An override does not apply to an item if its name is reserved, or if another item has it. Every entry without an effect
//! is reported with its line.

mod nearest;
mod tables;

use std::cell::RefCell;

use super::identifier::{is_identifier, is_word, pascal, snake, split_words};
use super::scope::Scope;
use crate::diagnostics::{Code, Diagnostics};
use crate::hash::{HashMap, HashSet, IndexMap};
use crate::settings::{Located, NameKind, NamePattern};
pub(crate) use nearest::nearest_hint;
pub(super) use tables::{NameTables, parameter_item, type_item};

/// The table of one kind of item.
#[derive(Clone, Copy, Debug)]
pub(super) struct Table {
    /// The heading in `apiarist.toml`.
    heading: &'static str,
    /// The kind of item in messages.
    noun: &'static str,
    kind: NameKind,
}

/// An item of the document that an override may rename.
pub(super) struct Item {
    /// The unique key of the item.
    pub(super) id: String,
    /// The keys that an entry may have, the most readable one first.
    pub(super) keys: Vec<String>,
}

/// One table of overrides, applied to the items of a document.
#[derive(Debug)]
pub(super) struct AppliedOverrides<'s> {
    table: Table,
    entries: &'s IndexMap<String, Located>,
    patterns: Vec<(usize, NamePattern<'s>)>,
    /// The override of each item, by the item's id.
    chosen: HashMap<String, ChosenName>,
    /// The names in each type.
    names: HashSet<(String, String)>,
    /// The keys of all items.
    known: Vec<String>,
    effects: RefCell<Vec<Effect>>,
    /// The overrides that do not apply, by the item's id.
    conflicts: RefCell<IndexMap<String, Conflict>>,
}

/// The name that an entry defines for an item.
#[derive(Clone, Debug)]
struct ChosenName {
    name: String,
    /// The position of the entry.
    entry: usize,
    /// The key of the item in messages.
    item: String,
}

/// The effect of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Effect {
    /// No item has its key.
    None,
    /// Another entry precedes it for every item that has its key.
    Preceded(usize),
    Used,
}

/// An override that does not apply, because its name is not free.
#[derive(Debug)]
struct Conflict {
    chosen: ChosenName,
    is_reserved: bool,
    /// A name that is free.
    other: Option<String>,
}

impl<'s> AppliedOverrides<'s> {
    /// Applies a table to items. An entry with a whole key precedes patterns, and a pattern precedes those below it. A
    /// pattern matches JSON pointers only if it begins with `#/`.
    pub(super) fn new(table: Table, entries: &'s IndexMap<String, Located>, items: impl Iterator<Item = Item>) -> Self {
        let patterns = entries.iter().enumerate();
        let patterns = patterns.filter_map(|(at, (key, name))| Some((at, NamePattern::parse(key, &name.value)?)));
        let mut applied = Self {
            table,
            entries,
            patterns: patterns.collect(),
            chosen: HashMap::default(),
            names: HashSet::default(),
            known: Vec::new(),
            effects: RefCell::new(vec![Effect::None; entries.len()]),
            conflicts: RefCell::default(),
        };
        if !entries.is_empty() {
            items.for_each(|item| applied.apply(item));
        }
        applied
    }

    fn apply(&mut self, Item { id, keys }: Item) {
        let effects = self.effects.get_mut();
        let mut exact = keys.iter().filter_map(|key| self.entries.get_full(key));
        let mut found = exact.next().map(|(entry, _, name)| (entry, normalized(&name.value, self.table.kind)));
        let mut preceded: Vec<usize> = exact.map(|(entry, ..)| entry).collect();
        for (entry, pattern) in &self.patterns {
            if found.is_some() && effects[*entry] != Effect::None {
                continue;
            }
            let is_pointer = |key: &str| key.starts_with("#/");
            let matched = keys.iter().filter(|key| is_pointer(key) == pattern.matches_pointers());
            let Some(name) = matched.filter_map(|key| pattern.apply(key)).next() else { continue };
            match found {
                Some(_) => preceded.push(*entry),
                None => found = cased(&name, self.table.kind).map(|name| (*entry, name)),
            }
        }
        if let Some((entry, name)) = found {
            effects[entry] = Effect::Used;
            for other in preceded {
                if effects[other] == Effect::None {
                    effects[other] = Effect::Preceded(entry);
                }
            }
            let item = keys.first().cloned().unwrap_or_default();
            self.names.insert((type_of(&id).to_owned(), name.clone()));
            self.chosen.insert(id, ChosenName { name, entry, item });
        }
        self.known.extend(keys);
    }

    /// Returns `true` if the table has no entries.
    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Returns the name that an override defines for an item.
    pub(super) fn get(&self, id: &str) -> Option<&str> {
        self.chosen.get(id).map(|chosen| chosen.name.as_str())
    }

    /// Returns the name of an item from its override, unless it does not apply because of a conflict.
    pub(super) fn applied(&self, id: &str) -> Option<&str> {
        self.get(id).filter(|_| !self.conflicts.borrow().contains_key(id))
    }

    /// Returns `true` if an override defines this name for another item of the same type.
    pub(super) fn takes(&self, id: &str, name: &str) -> bool {
        self.names.contains(&(type_of(id).to_owned(), name.to_owned()))
    }

    /// Takes the name of an override in a scope. Returns `None` if the item has no override or the name is not free.
    pub(super) fn claim(&self, id: &str, scope: &mut Scope) -> Option<String> {
        let chosen = self.chosen.get(id)?;
        self.claim_as(id, chosen.clone(), scope)
    }

    /// Takes a name that is derived from that of an override, such as the accessor of a group.
    pub(super) fn claim_derived(&self, id: &str, name: String, scope: &mut Scope) -> Option<String> {
        let chosen = self.chosen.get(id)?;
        self.claim_as(id, ChosenName { name, ..chosen.clone() }, scope)
    }

    /// Takes the name of the override for an item that only its generated name identifies.
    pub(super) fn claim_generated(&self, generated: &str, scope: &mut Scope) -> Option<String> {
        let (entry, _, name) = self.entries.get_full(generated)?;
        if self.effects.borrow()[entry] == Effect::Used {
            return None;
        }
        self.effects.borrow_mut()[entry] = Effect::Used;
        let name = normalized(&name.value, self.table.kind);
        self.claim_as(generated, ChosenName { name, entry, item: generated.to_owned() }, scope)
    }

    fn claim_as(&self, id: &str, chosen: ChosenName, scope: &mut Scope) -> Option<String> {
        if scope.take(&chosen.name) {
            return Some(chosen.name);
        }
        let other = match self.table.kind {
            NameKind::Type => format!("{}{}", chosen.name, pascal(&split_words(self.table.noun), "")),
            NameKind::Value => format!("{}_{}", chosen.name, self.table.noun),
        };
        let conflict = Conflict {
            is_reserved: scope.is_reserved(&chosen.name),
            other: Some(other).filter(|name| scope.is_free(name)),
            chosen,
        };
        self.conflicts.borrow_mut().insert(id.to_owned(), conflict);
        None
    }

    /// Reports the overrides without an effect. `others` are keys of items that only their generated names identify.
    pub(super) fn report<'k>(&'k self, others: impl Iterator<Item = &'k str> + Clone, diagnostics: &mut Diagnostics) {
        let Table { heading, noun, .. } = self.table;
        for (effect, (key, name)) in self.effects.borrow().iter().zip(self.entries) {
            let mut message = format!("`[{heading}]` renames `{key}`, but ");
            match effect {
                Effect::Used => continue,
                Effect::Preceded(other) => {
                    let other = self.entries.get_index(*other).map_or("", |(key, _)| key);
                    message.push_str(&format!("`{other}` precedes it"));
                }
                Effect::None => {
                    let known = self.known.iter().map(String::as_str).chain(others.clone());
                    let hint = nearest_hint(key, known);
                    message.push_str(&format!("the document does not contain this {noun}{hint}"));
                }
            }
            diagnostics.report_elsewhere(Code::UnusedNameOverride, message, name.excerpt.clone());
        }
        for Conflict { chosen: ChosenName { name, entry, item }, is_reserved, other } in
            self.conflicts.borrow().values()
        {
            let cause = match is_reserved {
                true => "generated code reserves this name".to_owned(),
                false => format!("another {noun} has this name"),
            };
            let other = other.as_ref().map(|other| format!(", such as `{other}`")).unwrap_or_default();
            let excerpt = self.entries.get_index(*entry).and_then(|(_, name)| name.excerpt.clone());
            diagnostics.report_elsewhere_with_help(
                Code::NameOverrideConflict,
                format!("`[{heading}]` cannot rename `{item}` to `{name}`: {cause}"),
                format!("choose another name{other}"),
                excerpt,
            );
        }
    }
}

/// Returns a name from the settings as an identifier of its kind. The name was checked when the settings were read, unless
/// a program created them.
fn normalized(name: &str, kind: NameKind) -> String {
    match kind {
        NameKind::Type if is_identifier(name) => name.to_owned(),
        NameKind::Value if is_word(name) => name.to_owned(),
        NameKind::Type => pascal(&split_words(name), "Value"),
        NameKind::Value => snake(&split_words(name), "value"),
    }
}

/// Converts a name made from a pattern to the case of its kind. Returns `None` if the name contains no words.
fn cased(name: &str, kind: NameKind) -> Option<String> {
    let words = split_words(name);
    let is_name = name.chars().any(char::is_alphabetic);
    is_name.then(|| match kind {
        NameKind::Type => pascal(&words, "Value"),
        NameKind::Value => snake(&words, "value"),
    })
}

/// Returns the type in an id such as `Pet.createdAt`.
fn type_of(id: &str) -> &str {
    id.split_once('.').map_or(id, |(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TYPES: Table = Table { heading: "names.types", noun: "type", kind: NameKind::Type };

    fn entries(entries: &[(&str, &str)]) -> IndexMap<String, Located> {
        entries.iter().map(|(key, name)| ((*key).to_owned(), Located::without_location((*name).to_owned()))).collect()
    }

    fn applied<'s>(entries: &'s IndexMap<String, Located>, keys: &[&str]) -> AppliedOverrides<'s> {
        let items = keys.iter().map(|key| Item { id: (*key).to_owned(), keys: vec![(*key).to_owned()] });
        AppliedOverrides::new(TYPES, entries, items)
    }

    /// Returns the messages and the help of all diagnostics.
    fn messages(applied: &AppliedOverrides<'_>) -> Vec<String> {
        let mut diagnostics = Diagnostics::new();
        applied.report(["Cat"].into_iter(), &mut diagnostics);
        let messages = diagnostics.iter().map(|found| {
            let help = found.help.as_ref().map(|help| format!("; {help}")).unwrap_or_default();
            format!("{}{help}", found.message)
        });
        messages.collect()
    }

    #[test]
    fn whole_keys_precede_patterns_and_the_first_pattern_applies() {
        let entries = entries(&[("*Dto", "*"), ("Order*", "Purchase*"), ("UserDto", "Person")]);
        let keys = ["PetDto", "OrderDto", "OrderLine", "UserDto", "Dto", "Cat"];
        let applied = applied(&entries, &keys);
        let names = keys.map(|key| applied.get(key));
        assert_eq!(names, [Some("Pet"), Some("Order"), Some("PurchaseLine"), Some("Person"), None, None]);
        assert!(messages(&applied).is_empty());
    }

    #[test]
    fn unused_overrides_are_reported_with_the_nearest_key() {
        let entries = entries(&[("Pet.nmae", "Title"), ("*.nothing", "X"), ("*.nam", "Y"), ("Kat", "Z")]);
        let applied = applied(&entries, &["Pet.name", "Pet.age"]);
        assert_eq!(
            messages(&applied),
            [
                "`[names.types]` renames `Pet.nmae`, but the document does not contain this type; the nearest is `Pet.name`",
                "`[names.types]` renames `*.nothing`, but the document does not contain this type",
                "`[names.types]` renames `*.nam`, but the document does not contain this type; the nearest is `Pet.name`",
                "`[names.types]` renames `Kat`, but the document does not contain this type; the nearest is `Cat`",
            ]
        );
    }

    #[test]
    fn preceded_override_is_reported_with_the_other() {
        let entries = entries(&[("*Dto", "*"), ("PetDto", "Cat")]);
        let applied = applied(&entries, &["PetDto"]);
        assert_eq!(messages(&applied), ["`[names.types]` renames `*Dto`, but `PetDto` precedes it"]);
    }

    #[test]
    fn reserved_and_taken_names_are_reported_with_another_name() {
        let entries = entries(&[("A", "Vec"), ("B", "Pet"), ("C", "Pet")]);
        let applied = applied(&entries, &["A", "B", "C"]);
        let mut scope = Scope::new(["Vec"]);
        let names = ["A", "B", "C"].map(|id| applied.claim(id, &mut scope));
        assert_eq!(names, [None, Some("Pet".to_owned()), None]);
        assert_eq!(["A", "B", "C"].map(|id| applied.applied(id)), [None, Some("Pet"), None]);
        assert_eq!(
            messages(&applied),
            [
                "`[names.types]` cannot rename `A` to `Vec`: generated code reserves this name; choose another name, such as `VecType`",
                "`[names.types]` cannot rename `C` to `Pet`: another type has this name; choose another name, such as `PetType`",
            ]
        );
    }
}
