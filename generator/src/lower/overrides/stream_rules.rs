//! Stream rules from `[events]` in `apiarist.toml`.
//!
//! ```toml
//! [events."*"]
//! end = ["[DONE]"]                       # the terminator of every stream
//! [events.createChat]
//! errors = ["failure"]                   # more exact: of one operation
//! ```

use crate::diagnostics::{Code, Diagnostics, Excerpt};
use crate::hash::HashMap;
use crate::settings::{EventNames, Located, Overrides, StreamRulesOverride, StreamSettings, Strings};

/// The key of all streams.
pub(crate) const ALL: &str = "*";

/// Stream rules from `[events]`.
#[derive(Debug)]
pub(crate) struct StreamRuleOverrides<'s> {
    settings: &'s StreamSettings,
    /// Every rule by its key and its name.
    rules: Overrides<'s, [String], (&'s str, &'static str)>,
    /// The keys that match an operation, with the streams of these operations.
    matched: HashMap<&'s str, MatchedStreams>,
}

/// The kinds of streams among the responses of a key's operations.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct MatchedStreams {
    /// A stream.
    pub(crate) streams: bool,
    /// A stream of named events.
    pub(crate) names: bool,
}

impl<'s> StreamRuleOverrides<'s> {
    pub(crate) fn new(settings: &'s StreamSettings) -> Self {
        let entries = settings
            .iter()
            .flat_map(|(key, entry)| rules(entry).map(move |rule| ((key.as_str(), rule.name), rule.values)));
        Self { settings, rules: Overrides::new(entries), matched: HashMap::default() }
    }

    /// Returns the rules of an operation, each from its most specific key: `operationId`, method and path, or all.
    pub(crate) fn find(&mut self, keys: [&str; 3], matched: MatchedStreams) -> HashMap<&'static str, &'s [String]> {
        let settings = self.settings;
        let entries = keys.map(|key| settings.get_key_value(key));
        let mut found = HashMap::default();
        // The most specific key is last.
        for (key, entry) in entries.into_iter().rev().flatten() {
            let known = self.matched.entry(key).or_default();
            *known = MatchedStreams { streams: known.streams || matched.streams, names: known.names || matched.names };
            let fitting = rules(entry).filter(|rule| if rule.is_about_names { matched.names } else { matched.streams });
            found.extend(fitting.map(|rule| (rule.name, key.as_str())));
        }
        found.into_iter().filter_map(|(name, key)| Some((name, self.rules.get(&(key, name))?))).collect()
    }

    /// Reports the rules that no stream matched.
    pub(crate) fn report_unused(&self, diagnostics: &mut Diagnostics) {
        for (key, entry) in self.settings {
            let matched = self.matched.get(key.as_str()).copied();
            let reason = match matched {
                _ if key == ALL && !matched.unwrap_or_default().streams => "the document has no streams",
                None => "the document does not contain this operation",
                Some(matched) if !matched.streams => "its response is not a stream",
                Some(matched) => {
                    let unused = rules(entry).filter(|rule| !self.rules.is_used(&(key.as_str(), rule.name)));
                    unused.for_each(|rule| report_unused_rule(key, &rule, matched, diagnostics));
                    continue;
                }
            };
            let message = format!("unused `[events]` key `{key}`: {reason}");
            let excerpt = rules(entry).next().and_then(|rule| rule.excerpt.clone());
            diagnostics.report_elsewhere(Code::UnusedEventOverride, message, excerpt);
        }
    }
}

fn report_unused_rule(key: &str, rule: &StreamRule<'_>, matched: MatchedStreams, diagnostics: &mut Diagnostics) {
    let reason = if rule.is_about_names && !matched.names {
        "the events of its stream have no names"
    } else {
        "a more specific key applies to each of its streams"
    };
    let message = format!("unused `[events]` rule `{}` for `{key}`: {reason}", rule.name);
    diagnostics.report_elsewhere(Code::UnusedEventOverride, message, rule.excerpt.clone());
}

/// One rule of a key, by its name in `apiarist.toml`.
struct StreamRule<'s> {
    name: &'static str,
    values: &'s [String],
    excerpt: &'s Option<Excerpt>,
    /// Whether the rule is about event names, which only server-sent events have.
    is_about_names: bool,
}

/// Returns the rules that a key contains.
fn rules(entry: &StreamRulesOverride) -> impl Iterator<Item = StreamRule<'_>> {
    let StreamRulesOverride { terminators, terminator_events, error_events, error_properties } = entry;
    let of_data = [("end", terminators), ("error_members", error_properties)].into_iter().filter_map(|(name, rule)| {
        let Located { value: Strings(values), excerpt, .. } = rule.as_ref()?;
        Some(StreamRule { name, values, excerpt, is_about_names: false })
    });
    let of_names =
        [("end_events", terminator_events), ("errors", error_events)].into_iter().filter_map(|(name, rule)| {
            let Located { value: EventNames(values), excerpt, .. } = rule.as_ref()?;
            Some(StreamRule { name, values, excerpt, is_about_names: true })
        });
    of_data.chain(of_names)
}
