//! Candidates for the method name of an operation, best first.
//!
//! ```text
//! group members: GET /orgs/{org}/teams/{team}/members
//! list                          the verb: the group names the resource
//! list_for_team                 with the resource around it
//! list_for_org_team             with all resources around it
//! list_for_org_team_by_org_and_team
//! ```

use std::cmp::Ordering;

use super::deed::{Deed, Deeds};
use super::group_words::{GroupWords, Shortened, shortened};
use super::resource_path::{ResourcePath, Segment, Step};
use crate::ir::Operation;
use crate::names::identifier::snake;
use crate::names::inflection::{is_plural, singular};

/// The maximum length of a method name derived from a path. Outer resources beyond it are omitted.
const LONGEST: usize = 40;

/// The maximum length of a method name that is a verb of several words in the path.
const LONGEST_VERB: usize = 80;

/// Names that every group already has.
pub(super) const GROUP_METHODS: [&str; 2] = ["new", "clone"];

/// The candidates for an operation's method name, and its precedence among operations with the same candidate.
#[derive(Debug, Default)]
pub(crate) struct Wanted {
    /// The candidates, best first, each once.
    pub(super) names: Vec<Name>,
    /// The difference between the first candidate and the words that the document defines for the operation.
    abridgement: Abridgement,
    /// The number of parameters, literals, selectors and irregular plurals in the path.
    complexity: [usize; 4],
}

/// The difference between a name and the words that the document defines for an operation. The smallest difference
/// takes precedence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Abridgement {
    /// The name contains all words.
    #[default]
    None,
    /// The name lacks the words of the group: `get` for `getConversation`.
    Group,
    /// The name lacks words that could distinguish it: `get` for `getConversations`.
    Distinction,
}

/// A candidate and its difference from the first one.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) text: String,
    pub(super) addition: Addition,
}

/// The difference between a candidate and the first candidate of the same operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Addition {
    /// Words of the id or of the path.
    Words,
    /// The version, which only distinguishes operations of several versions.
    Version,
    /// The nouns as in the path, which only distinguish plurals of the same word: `people` and `persons`.
    Plural,
}

impl Wanted {
    fn new(path: &ResourcePath, operation: &Operation, abridgement: Abridgement) -> Self {
        let selectors = usize::from(operation.route.contains(['?', '#']));
        // `person` is a part of `persons`, but not of `people`.
        let is_irregular = |noun: &&Segment| !noun.words.concat().starts_with(&noun.one().concat());
        let irregular = path.segments.iter().filter(is_irregular).count();
        let complexity = [path.parameters, path.segments.len(), selectors, irregular];
        Self { names: Vec::new(), abridgement, complexity }
    }

    fn add(&mut self, words: &[String], addition: Addition) {
        let text = snake(words, "call");
        if !self.names.iter().any(|name| name.text == text) {
            self.names.push(Name { text, addition });
        }
    }

    /// Adds candidates that are longer than `base`: with the query, the enclosing resources, the version, the nouns as
    /// in the path, and the parameters.
    fn add_longer(&mut self, base: &[String], places: &[Vec<String>], plural: &[String], path: &ResourcePath) {
        let mut longest = base.to_vec();
        if !path.query.is_empty() {
            self.add(&[base, &path.query].concat(), Addition::Words);
        }
        let is_irregular = self.complexity[3] > 0;
        if is_irregular && !plural.is_empty() {
            self.add(plural, Addition::Plural);
        }
        for place in places {
            longest = [base, &["for".to_owned()], place].concat();
            self.add(&longest, Addition::Words);
        }
        self.add(&[base, &path.version].concat(), Addition::Version);
        self.add(&[longest.as_slice(), &path.version].concat(), Addition::Version);
        if !plural.is_empty() {
            self.add(plural, Addition::Plural);
        }
        let parameters: Vec<&[String]> = path.steps.iter().filter_map(Step::parameter).collect();
        if !parameters.is_empty() {
            let by = [&["by".to_owned()], parameters.join(&["and".to_owned()][..]).as_slice()].concat();
            self.add(&[longest, by].concat(), Addition::Words);
        }
    }

    pub(super) fn compare(&self, name: &str, other: &Self) -> Ordering {
        let rank = |wanted: &Self| {
            let level = wanted.names.iter().position(|own| own.text == name);
            (level, wanted.abridgement, wanted.complexity)
        };
        rank(self).cmp(&rank(other))
    }
}

/// Returns the candidates for an operation without an id, derived from its method and path.
pub(crate) fn derived_names(
    operation: &Operation,
    path: &ResourcePath,
    prefix: &[String],
    deed: &Deed,
    group: &str,
) -> Wanted {
    let group = GroupWords::new(group);
    let start = group.start(&deed.nouns);
    let deed = &without_group(deed, start, &group);
    let nouns = &deed.nouns;
    // A verb of several words has its object already.
    let mut first = if deed.verb.len() > 1 { nouns.len() } else { start };
    let words_from = |first: usize| [prefix, &deed.words_from(first)].concat();
    let is_long = |words: &[String]| snake(words, "call").len() > LONGEST;
    while first + 1 < nouns.len() && is_long(&words_from(first)) {
        first += 1;
    }
    let mut words = words_from(first);
    // The last word of an object is the noun that the others describe.
    let mut object: usize = nouns[first..].iter().map(|noun| noun.words.len()).sum();
    while object > 1 && is_long(&words) {
        words.remove(words.len() - object);
        object -= 1;
    }
    // A verb of several words is spelled by the provider.
    while words.len() > 1 && snake(&words, "call").len() > LONGEST_VERB {
        words.pop();
    }
    // Of `list` in `members`, the members are what is listed, and the resources around them can be added.
    let is_target = first == start && first == nouns.len();
    let outer: Vec<&Segment> = nouns[..first - usize::from(is_target && first > 0)].iter().collect();
    let plural: Vec<String> = nouns[first..].iter().flat_map(|noun| noun.words.clone()).collect();
    let plural = [&words[..words.len() - plural.len().min(words.len())], &plural].concat();
    let selector = selector(prefix, path);
    let abridgement = if selector > 0 { Abridgement::Distinction } else { Abridgement::Group };
    let mut wanted = Wanted::new(path, operation, abridgement);
    wanted.add(&words[selector..], Addition::Words);
    wanted.add(&words, Addition::Words);
    wanted.add_longer(&words, &group.places(&outer), &plural, path);
    wanted
}

/// Returns the number of words at the beginning of an id that repeat the query: `beta` of `betaCreateAgent` for
/// `POST /agents?beta=true` only distinguishes it from an operation of the same name without the query.
fn selector(words: &[String], path: &ResourcePath) -> usize {
    let repeats = words.starts_with(&path.query);
    if repeats { path.query.len() } else { 0 }
}

/// Returns a deed whose object, the noun at `start`, does not repeat the group: the `client-secret` of a client is its
/// secret. A selection is called like the collection that it is a part of: in `/scope-mappings/realm`, `realm mappings`.
fn without_group(deed: &Deed, start: usize, group: &GroupWords) -> Deed {
    let mut deed = deed.clone();
    let collection = start.checked_sub(1).and_then(|before| deed.nouns.get(before)?.words.last().cloned());
    let is_selection = deed.is_selection && start + 1 == deed.nouns.len();
    if let (Some(noun), Some(collection)) = (deed.nouns.get_mut(start), collection) {
        group.strip(&mut noun.words);
        noun.words.extend(is_selection.then_some(collection));
    }
    deed
}

/// Returns the candidates for an operation whose id contains words of its own.
pub(crate) fn written_names(
    operation: &Operation,
    path: &ResourcePath,
    own: &[String],
    group: &str,
    deeds: &Deeds<'_>,
) -> Wanted {
    let selector = selector(own, path);
    let (own, full) = (&own[selector..], own);
    let Shortened { mut words, removed } = shortened(operation, own, group);
    let group = GroupWords::new(group);
    let outer: Vec<Vec<String>> = group.around(path).iter().map(Segment::one).collect();
    // `delete_vault` of `deleteVaultItem` in `items` would delete a vault.
    let is_outer = |word: &String| outer.iter().any(|noun| noun.contains(&singular(word)));
    let is_end = !removed.is_empty() && own.ends_with(&removed);
    let names_outer = is_end && words.len() > 1 && words[1..].iter().all(is_outer);
    let is_plural = removed.last().is_some_and(|word| is_plural(word));
    let lists = reads(&words, names_outer || (is_plural && own[1..].starts_with(&removed)))
        && (is_plural || path.segments.last().is_some_and(Segment::is_plural))
        && deeds.lists(operation, path);
    if lists {
        "list".clone_into(&mut words[0]);
    } else if words == ["delete"] && deeds.deletes_several(operation, path) {
        words.push("all".to_owned());
    }
    let abridgement = match () {
        () if names_outer || (is_plural && !lists) || selector > 0 => Abridgement::Distinction,
        () if words == own => Abridgement::None,
        () => Abridgement::Group,
    };
    let mut wanted = Wanted::new(path, operation, abridgement);
    if names_outer {
        wanted.add(&words[..1], Addition::Words);
        words.insert(1, "for".to_owned());
    }
    wanted.add(&words, Addition::Words);
    let selected = &full[..selector];
    wanted.add(&[selected, &words].concat(), Addition::Words);
    wanted.add(full, Addition::Words);
    let own = full;
    if GROUP_METHODS.contains(&snake(own, "call").as_str()) {
        wanted.add(&[own, &[String::new()]].concat(), Addition::Words);
    }
    let others = path.segments.iter().filter(|noun| !noun.one().iter().all(|word| own.contains(word)));
    wanted.add_longer(own, &group.places(&others.collect::<Vec<_>>()), &[], path);
    wanted
}

/// Returns `true` if words are a reading verb without a noun, which `list` can replace.
fn reads(words: &[String], has_no_noun: bool) -> bool {
    match words {
        [verb] => matches!(verb.as_str(), "get" | "retrieve" | "fetch" | "read"),
        [verb, ..] => verb == "get" && has_no_noun,
        [] => false,
    }
}
