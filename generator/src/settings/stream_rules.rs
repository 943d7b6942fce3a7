//! `[events]` of `apiarist.toml`: rules that end an event stream or report an error in it.

use std::path::Path;

use serde::Deserialize;

use crate::hash::IndexMap;

use super::Located;

/// Stream rules by `operationId` or `GET /path`, or by `*` for all operations.
pub type StreamSettings = IndexMap<String, StreamRulesOverride>;

/// Stream rules of one operation, or of all.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct StreamRulesOverride {
    /// Data of the terminating event, `[DONE]` by default. An empty array if a stream ends only with the response.
    #[serde(rename = "end")]
    pub terminators: Option<Located<Strings>>,
    /// Names of terminating events.
    #[serde(rename = "end_events")]
    pub terminator_events: Option<Located<EventNames>>,
    /// Names of events that report an error.
    #[serde(rename = "errors")]
    pub error_events: Option<Located<EventNames>>,
    /// Properties that identify an event as an error.
    #[serde(rename = "error_members")]
    pub error_properties: Option<Located<Strings>>,
}

/// One string or an array of strings.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(from = "OneOrSeveral")]
pub struct Strings(pub Vec<String>);

/// One event name or an array of event names, none of them empty.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(try_from = "OneOrSeveral")]
pub struct EventNames(pub Vec<String>);

#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged, expecting = "expected a string or an array of strings")]
enum OneOrSeveral {
    One(String),
    Several(Vec<String>),
}

impl From<OneOrSeveral> for Strings {
    fn from(strings: OneOrSeveral) -> Self {
        Self(match strings {
            OneOrSeveral::One(string) => vec![string],
            OneOrSeveral::Several(strings) => strings,
        })
    }
}

impl TryFrom<OneOrSeveral> for EventNames {
    type Error = &'static str;

    fn try_from(strings: OneOrSeveral) -> Result<Self, Self::Error> {
        let Strings(names) = strings.into();
        if names.iter().any(String::is_empty) {
            return Err("an event name must not be empty; unnamed events have the name `message`");
        }
        Ok(Self(names))
    }
}

impl StreamRulesOverride {
    /// Records the line of each rule; `text` is the text of the settings.
    pub(super) fn locate(&mut self, path: &Path, text: &str) {
        let Self { terminators, terminator_events, error_events, error_properties } = self;
        [terminators, error_properties].into_iter().flatten().for_each(|rule| rule.locate(path, text));
        [terminator_events, error_events].into_iter().flatten().for_each(|rule| rule.locate(path, text));
    }
}
