//! The words of a group, which the names of its methods do not repeat.
//!
//! ```text
//! group "Trashed files", path /files/{id}/trash         covers `files` and `trash`
//! group `pets`, id `listPetToys`                        list toys
//! group `pets`, id `pets.toys.list`                     toys list
//! ```

use std::collections::HashSet;

use super::resource_path::{ResourcePath, Segment};
use crate::ir::Operation;
use crate::names::identifier::split_words;
use crate::names::inflection::singular;

/// The maximum number of outer resources in a name.
const OUTER_RESOURCES: usize = 3;

/// The words of a group, in the singular and without verb endings.
pub(super) struct GroupWords(HashSet<String>);

impl GroupWords {
    pub(super) fn new(group: &str) -> Self {
        Self(split_words(group).iter().map(|word| stem(word)).collect())
    }

    /// Returns `true` if the group's name contains all words of a resource.
    pub(super) fn covers(&self, noun: &Segment) -> bool {
        !noun.words.is_empty() && noun.words.iter().all(|word| self.0.contains(&stem(word)))
    }

    /// Returns the words that locate a resource: those of each enclosing resource that the group's name lacks,
    /// innermost first and cumulatively, and those of all enclosing resources.
    pub(super) fn places(&self, around: &[&Segment]) -> Vec<Vec<String>> {
        let mut places: Vec<Vec<String>> = Vec::new();
        let others: Vec<&Segment> = around.iter().copied().filter(|noun| !self.covers(noun)).collect();
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
            let words = qualified[at + 1..].iter().flat_map(|part| split_words(part)).collect();
            return Shortened { words, removed: Vec::new() };
        }
    }
    let same = |part: &[String]| part.iter().map(|word| singular(word)).eq(group_words.iter().cloned());
    let Some(at) = own.windows(group_words.len()).position(same) else { return unchanged() };
    let (before, rest) = own.split_at(at);
    let (removed, after) = rest.split_at(group_words.len());
    let words = [before, after].concat();
    let starts_well = words.first().is_some_and(|word| {
        word.starts_with(char::is_alphabetic)
            && !["by", "for", "of", "in", "to", "from", "with"].contains(&word.as_str())
    });
    if starts_well { Shortened { words, removed: removed.to_vec() } } else { unchanged() }
}

/// Returns the singular of a word without verb endings: `mapping` and `mapped` have the same stem.
fn stem(word: &str) -> String {
    let word = singular(word);
    let stem = word.strip_suffix("ing").or_else(|| word.strip_suffix("ed"));
    stem.filter(|stem| stem.len() > 3).map_or(word.clone(), str::to_owned)
}
