//! Entries of a report: changes that a person reads as one.
//!
//! ```text
//! value `a` added to `Color`, value `b` added to `Color`     values `a` and `b` added to `Color`
//! `GET /a` removed, `GET /b` removed, `GET /c` removed       `GET /a`, `GET /b` and `GET /c` removed
//! `Cat` renamed to `ApiCat`, `Dog` renamed to `ApiDog`, …    3 names begin with `Api`: …
//! ```

use std::hash::Hash;

use super::rename;
use super::spans::{replaced, spans};
use crate::code_span::code_span;
use crate::diagnostics::{counted, grouped};
use crate::diff::change::Topic;
use crate::diff::{Change, ChangeKind, Direction, EffectKind, Level};
use crate::hash::IndexMap;
use crate::unprintable::shortened;
use crate::word_list::word_list;

/// The maximum number of names in a list; the others are counted.
const LISTED: usize = 20;

/// The number of renamed items that make a rule.
const RULE: usize = 3;

/// Changes that a person reads as one.
#[derive(Clone, Debug)]
pub(super) struct Entry<'r> {
    /// The first change. All others have the same kind, direction and levels.
    pub first: &'r Change,
    /// All changes.
    pub changes: Vec<&'r Change>,
    /// The description in Markdown, in which names are code spans.
    pub text: String,
    /// Whether the text names the subject, or all of them.
    pub names_subject: bool,
    /// Whether the text contains the old and the new name of each item, which follow one rule.
    pub is_rule: bool,
}

impl<'r> Entry<'r> {
    fn of(change: &'r Change) -> Self {
        let text = shortened(&change.message).into_owned();
        Self { first: change, changes: vec![change], text, names_subject: change.names_subject, is_rule: false }
    }

    /// Returns the subject, or `None` if there are several.
    pub fn subject(&self) -> Option<&'r str> {
        let first = &*self.first.subject;
        self.changes.iter().all(|change| *change.subject == *first).then_some(first)
    }
}

/// Folds changes into entries, in the order of their first changes.
pub(super) fn entries<'r>(changes: &[&'r Change]) -> Vec<Entry<'r>> {
    let (rules, others) = renames(changes);
    let entries = others.into_iter().map(Entry::of).collect();
    let entries = folded(entries, |entry| items_key(entry), with_items);
    let mut entries = folded(entries, |entry| subjects_key(entry), with_subjects);
    entries.extend(rules);
    entries
}

/// Folds entries with the same key; entries without a key remain. `texts` returns the text of a folded entry from the
/// first entry and all of them, and whether it names the subjects.
fn folded<'r, K: Hash + Eq>(
    entries: Vec<Entry<'r>>,
    key: impl Fn(&Entry<'r>) -> Option<K>,
    texts: fn(&Entry<'r>, &[Entry<'r>]) -> (String, bool),
) -> Vec<Entry<'r>> {
    let mut groups: IndexMap<Result<K, usize>, Vec<Entry<'r>>> = IndexMap::default();
    for (number, entry) in entries.into_iter().enumerate() {
        groups.entry(key(&entry).ok_or(number)).or_default().push(entry);
    }
    let merged = groups.into_values().filter_map(|mut group| {
        if group.len() < 2 {
            return group.pop();
        }
        let first = group.first()?;
        let (text, names_subject) = texts(first, &group);
        let changes = group.iter().flat_map(|entry| entry.changes.iter().copied()).collect();
        Some(Entry { first: first.first, changes, text, names_subject, is_rule: false })
    });
    merged.collect()
}

/// The properties that all changes of an entry have in common.
type Alike = (ChangeKind, Direction, Level, Topic, Option<String>);

fn alike(change: &Change) -> Alike {
    (change.kind, change.direction, change.rust(), change.topic, change.accepted.clone())
}

/// Returns the key of changes that differ only in the first name of their messages, such as values of one enum.
fn items_key<'r>(entry: &Entry<'r>) -> Option<(Alike, &'r str, String)> {
    let change = entry.first;
    let first = *spans(&entry.text).first()?;
    (first != code_span(&change.subject))
        .then(|| (alike(change), &*change.subject, replaced(&entry.text, |at, _| (at == 0).then_some(""))))
}

fn with_items(first: &Entry<'_>, entries: &[Entry<'_>]) -> (String, bool) {
    let names = entries.iter().filter_map(|entry| Some((*spans(&entry.text).first()?).to_owned()));
    let list = listed(&names.collect::<Vec<String>>());
    let text = replaced(&first.text, |at, _| (at == 0).then_some(&list));
    (plural(&text), first.names_subject)
}

/// Returns the key of changes that differ only in their subjects.
fn subjects_key(entry: &Entry<'_>) -> Option<(Alike, String)> {
    let change = entry.first;
    let subject = code_span(&shortened(&change.subject));
    let is_subject = |span: &str| span == subject;
    (change.topic != Topic::Api)
        .then(|| (alike(change), replaced(&entry.text, |_, span| is_subject(span).then_some(""))))
}

fn with_subjects(first: &Entry<'_>, entries: &[Entry<'_>]) -> (String, bool) {
    let own = code_span(&shortened(&first.first.subject));
    let noun = if first.first.topic == Topic::Operation { "operation" } else { "type" };
    let subjects: Vec<String> = entries.iter().map(|entry| code_span(&shortened(&entry.first.subject))).collect();
    let list = listed(&subjects);
    let text = match spans(&first.text).contains(&own.as_str()) {
        true => replaced(&first.text, |_, span| (span == own).then_some(&list)),
        false => format!("{} (in {}: {list})", first.text, counted(subjects.len(), noun)),
    };
    (text, true)
}

/// Returns the first names, and the number of the others.
pub(super) fn listed(names: &[String]) -> String {
    let mut shown: Vec<String> = names.iter().take(LISTED).cloned().collect();
    if names.len() > LISTED {
        shown.push(format!("{} more", grouped(names.len() - LISTED)));
    }
    word_list(shown, "and")
}

/// Uses the plural of the noun before the first list of names.
fn plural(text: &str) -> String {
    let Some((words, rest)) = text.split_once('`') else { return text.to_owned() };
    let noun = words.trim_end();
    let stem = match noun.strip_suffix("property") {
        Some(before) => format!("{before}properties"),
        None if noun.is_empty() || noun.ends_with('s') => return text.to_owned(),
        None => format!("{noun}s"),
    };
    format!("{stem} `{rest}")
}

/// Splits off the renames that follow a rule.
fn renames<'r>(changes: &[&'r Change]) -> (Vec<Entry<'r>>, Vec<&'r Change>) {
    let rule = |change: &&'r Change| {
        let (old, new) = renamed(change)?;
        Some((alike(change), rename::Rule::of(old, new)?))
    };
    let mut pairs: IndexMap<(Alike, rename::Rule), Vec<&'r Change>> = IndexMap::default();
    for (change, rule) in changes.iter().filter_map(|change| Some((*change, rule(change)?))) {
        pairs.entry(rule).or_default().push(change);
    }
    pairs.retain(|_, changes| changes.len() >= RULE);
    let is_ruled = |change: &&'r Change| rule(change).is_some_and(|rule| pairs.contains_key(&rule));
    let others = changes.iter().copied().filter(|change| !is_ruled(change)).collect();
    let entries = pairs.iter().filter_map(|((_, rule), changes)| {
        let names = changes.iter().filter_map(|change| renamed(change));
        let names: Vec<String> = names.map(|(old, new)| format!("{old} → {new}")).collect();
        let text = format!("{} renamed, {rule}: {}", counted(names.len(), "item"), listed(&names));
        Some(Entry { first: changes.first()?, changes: changes.clone(), text, names_subject: true, is_rule: true })
    });
    (entries.collect(), others)
}

/// Returns the old and the new name of a change that only renames an item in Rust, as code spans.
fn renamed(change: &Change) -> Option<(&str, &str)> {
    if change.wire() != Level::Documentation {
        return None;
    }
    let effect = change.effects.iter().find(|effect| effect.kind == EffectKind::Renamed)?;
    match spans(&effect.text).as_slice() {
        [old, new] => Some((old, new)),
        _ => None,
    }
}
