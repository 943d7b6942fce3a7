//! The words of a group, which the names of its methods do not repeat.
//!
//! ```text
//! group "Trashed files", path /files/{id}/trash         covers `files` and `trash`
//! group `pets`, id `listPetToys`                        list toys
//! group `pets`, id `pets.toys.list`                     list toys
//! group `pets`, id `kennels/get-size`                   get kennels size
//! ```

use super::resource_path::{ResourcePath, Segment};
use super::verbs::is_verb;
use crate::hash::HashSet;
use crate::ir::Operation;
use crate::names::identifier::split_words;
use crate::names::inflection::singular;

/// The maximum number of outer resources in a name.
const OUTER_RESOURCES: usize = 3;

/// The words of a group.
pub(super) struct GroupWords {
    /// In order, in the singular.
    words: Vec<String>,
    /// Without verb endings.
    stems: HashSet<String>,
}

impl GroupWords {
    pub(super) fn new(group: &str) -> Self {
        let words: Vec<String> = split_words(group).iter().map(|word| singular(word)).collect();
        Self { stems: words.iter().map(|word| stem(word)).collect(), words }
    }

    /// Returns `true` if the group's name contains all words of a resource.
    pub(super) fn covers(&self, noun: &Segment) -> bool {
        !noun.words.is_empty() && noun.words.iter().all(|word| self.stems.contains(&stem(word)))
    }

    /// Returns the position of the first noun that names have: the one after the last that the group's name covers, or
    /// else the last one that contains the group's name.
    pub(super) fn start(&self, nouns: &[Segment]) -> usize {
        let contains = |noun: &Segment| {
            let stems: HashSet<String> = noun.words.iter().map(|word| stem(word)).collect();
            !self.stems.is_empty() && self.stems.is_subset(&stems)
        };
        let covered = nouns.iter().rposition(|noun| self.covers(noun)).map(|last| last + 1);
        covered.or_else(|| nouns.iter().rposition(contains)).unwrap_or_default()
    }

    /// Removes the group's words from the beginning of longer ones.
    pub(super) fn strip(&self, words: &mut Vec<String>) {
        let count = self.words.len();
        let repeats = words.len() > count && words.iter().zip(&self.words).all(|(word, own)| singular(word) == *own);
        if repeats {
            words.drain(..count);
        }
    }

    /// Returns the words that locate a resource: those of each enclosing resource that the group's name lacks,
    /// innermost first and cumulatively, or those of the outermost resource if it lacks none; then those of all enclosing
    /// resources.
    pub(super) fn places(&self, around: &[&Segment]) -> Vec<Vec<String>> {
        let mut places: Vec<Vec<String>> = Vec::new();
        let others: Vec<&Segment> = around.iter().copied().filter(|noun| !self.covers(noun)).collect();
        if others.is_empty() {
            places.extend(around.first().map(|noun| noun.one()));
        }
        for nouns in [others.as_slice(), around] {
            for first in (nouns.len().saturating_sub(OUTER_RESOURCES)..nouns.len()).rev() {
                places.push(nouns[first..].iter().flat_map(|noun| noun.one()).collect());
            }
        }
        places
    }

    /// Returns the resources of a path before the last one that the group is about.
    pub(super) fn around<'p>(&self, path: &'p ResourcePath) -> &'p [Segment] {
        let last = path.segments.iter().rposition(|noun| self.covers(noun));
        &path.segments[..last.unwrap_or_default()]
    }
}

/// The words of an operation without those of its group.
pub(super) struct Shortened {
    pub(super) words: Vec<String>,
    /// The words that are removed. Empty for qualified ids such as `pets.get`.
    pub(super) removed: Vec<String>,
}

/// Removes the words of the group from those of an operation, unless the rest would not be a name.
pub(super) fn shortened(operation: &Operation, own: &[String], group: &str) -> Shortened {
    let unchanged = || Shortened { words: own.to_vec(), removed: Vec::new() };
    let group_words: Vec<String> = split_words(group).iter().map(|word| singular(word)).collect();
    if group_words.is_empty() {
        return unchanged();
    }
    if let Some(id) = &operation.id {
        let qualified: Vec<&str> = id.split(['.', '/', ':']).filter(|part| !part.is_empty()).collect();
        let of_group =
            |part: &&str| split_words(part).iter().map(|word| singular(word)).eq(group_words.iter().cloned());
        if let Some(at) = qualified.iter().position(of_group).filter(|at| at + 1 < qualified.len()) {
            return Shortened { words: verb_first(&qualified[at + 1..]), removed: Vec::new() };
        }
        let resources = qualified.split_last().map_or(&[][..], |(_, resources)| resources);
        let resources: Vec<String> = resources.iter().flat_map(|part| split_words(part)).collect();
        let resources: Vec<String> = resources.iter().map(|word| singular(word)).collect();
        if !resources.is_empty() && !resources.ends_with(&group_words) {
            return Shortened { words: verb_first(&qualified), removed: Vec::new() };
        }
    }
    let same = |part: &[String]| part.iter().map(|word| singular(word)).eq(group_words.iter().cloned());
    let Some(at) = own.windows(group_words.len()).position(same) else { return unchanged() };
    let (before, rest) = own.split_at(at);
    let (removed, after) = rest.split_at(group_words.len());
    // `add item for` in `addItemForPortfolio` has no object without the group.
    let is_dangling = after.is_empty()
        && before.len() > 1
        && before.last().is_some_and(|word| ["by", "for", "from", "of", "to", "with"].contains(&word.as_str()));
    let words = [&before[..before.len() - usize::from(is_dangling)], after].concat();
    let starts_well = words.first().is_some_and(|word| {
        word.starts_with(char::is_alphabetic)
            && !["by", "for", "of", "in", "to", "from", "with"].contains(&word.as_str())
    });
    if starts_well { Shortened { words, removed: removed.to_vec() } } else { unchanged() }
}

/// Returns the words of a qualified id with the verb first: `stacks/list` is `list stacks`.
fn verb_first(parts: &[&str]) -> Vec<String> {
    let Some((function, resources)) = parts.split_last() else { return Vec::new() };
    let mut resources: Vec<String> = resources.iter().flat_map(|part| split_words(part)).collect();
    let function = split_words(function);
    let Some((verb, rest)) = function.split_first().filter(|(verb, rest)| rest.is_empty() || is_verb(verb)) else {
        return [resources, function].concat();
    };
    if let Some(last) = resources.last_mut().filter(|_| verb != "list" && rest.is_empty()) {
        *last = singular(last);
    }
    [std::slice::from_ref(verb), resources.as_slice(), rest].concat()
}

/// Returns the singular of a word without verb endings: `mapping` and `mapped` have the same stem.
fn stem(word: &str) -> String {
    let word = singular(word);
    let stem = word.strip_suffix("ing").or_else(|| word.strip_suffix("ed"));
    stem.filter(|stem| stem.len() > 3).map_or(word.clone(), str::to_owned)
}
