//! Stream rules from `[events]` in `apiarist.toml`.
//!
//! ```toml
//! [events."*"]
//! end = ["[DONE]"]                       # the terminator of every stream
//! [events.createChat]
//! errors = ["failure"]                   # more exact: of one operation
//! ```

use std::collections::{HashMap, HashSet};

use crate::diagnostics::{Code, Diagnostics, Excerpt};
use crate::settings::{EventChoice, EventNames, EventSettings, Located, Words};

/// The key of all streams.
pub(crate) const ALL: &str = "*";

/// Stream rules from the settings, and which of them were used.
#[derive(Debug)]
pub(crate) struct EventOverrides<'s> {
    settings: &'s EventSettings,
    /// The keys that name an operation, with what these respond.
    matched: HashMap<&'s str, Matched>,
    used: HashSet<(&'s str, &'static str)>,
}

/// What operations of a key respond with.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Matched {
    /// A stream.
    pub(crate) streams: bool,
    /// A stream of events with names.
    pub(crate) names: bool,
}

impl<'s> EventOverrides<'s> {
    pub(crate) fn new(settings: &'s EventSettings) -> Self {
        Self { settings, matched: HashMap::new(), used: HashSet::new() }
    }

    /// Returns the rules of an operation, each from its most specific key: `operationId`, method and path, or all.
    pub(crate) fn find(&mut self, keys: [&str; 3], matched: Matched) -> HashMap<&'static str, &'s [String]> {
        let settings = self.settings;
        let choices = keys.map(|key| settings.get_key_value(key));
        let mut chosen = HashMap::new();
        // The most specific key comes last.
        for (key, choice) in choices.into_iter().rev().flatten() {
            let known = self.matched.entry(key).or_default();
            *known = Matched { streams: known.streams || matched.streams, names: known.names || matched.names };
            let fitting = parts(choice).filter(|said| if said.is_of_names { matched.names } else { matched.streams });
            chosen.extend(fitting.map(|said| (said.name, (key, said.words))));
        }
        self.used.extend(chosen.iter().map(|(name, (key, _))| (key.as_str(), *name)));
        chosen.into_iter().map(|(name, (_, words))| (name, words)).collect()
    }

    /// Reports the rules that no stream matched.
    pub(crate) fn report_unused(&self, diagnostics: &mut Diagnostics) {
        for (key, choice) in self.settings {
            let matched = self.matched.get(key.as_str()).copied();
            let reason = match matched {
                _ if key == ALL && !matched.unwrap_or_default().streams => "the document has no stream",
                None => "the document has no such operation",
                Some(matched) if !matched.streams => "its answer is no stream",
                Some(matched) => {
                    let unused = parts(choice).filter(|said| !self.used.contains(&(key.as_str(), said.name)));
                    unused.for_each(|said| report_part(key, &said, matched, diagnostics));
                    continue;
                }
            };
            let message = format!("`[events]` speaks of `{key}`, but {reason}; it is not used");
            let excerpt = parts(choice).next().and_then(|said| said.excerpt.clone());
            diagnostics.report_elsewhere(Code::UnusedEventOverride, message, excerpt);
        }
    }
}

fn report_part(key: &str, said: &Said<'_>, matched: Matched, diagnostics: &mut Diagnostics) {
    let reason = if said.is_of_names && !matched.names {
        "the items of its stream have no names"
    } else {
        "that is said more exactly for every stream"
    };
    let message = format!("`[events]` says `{}` of `{key}`, but {reason}; it is not used", said.name);
    diagnostics.report_elsewhere(Code::UnusedEventOverride, message, said.excerpt.clone());
}

/// One rule of a key.
struct Said<'s> {
    name: &'static str,
    words: &'s [String],
    excerpt: &'s Option<Excerpt>,
    /// Whether it is about event names, which only server-sent events have.
    is_of_names: bool,
}

/// Returns the rules of a key that are present.
fn parts(choice: &EventChoice) -> impl Iterator<Item = Said<'_>> {
    let EventChoice { end, end_events, errors, error_members } = choice;
    let words = [("end", end), ("error_members", error_members)].into_iter().filter_map(|(name, said)| {
        let Located { value: Words(words), excerpt, .. } = said.as_ref()?;
        Some(Said { name, words, excerpt, is_of_names: false })
    });
    let names = [("end_events", end_events), ("errors", errors)].into_iter().filter_map(|(name, said)| {
        let Located { value: EventNames(words), excerpt, .. } = said.as_ref()?;
        Some(Said { name, words, excerpt, is_of_names: true })
    });
    words.chain(names)
}
