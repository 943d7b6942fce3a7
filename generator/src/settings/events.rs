//! What ends streams of events and what reports errors in them, where servers have other words than usual.

use std::path::Path;

use indexmap::IndexMap;
use serde::Deserialize;

use super::Located;

/// What is said of streams, by `operationId` or `GET /path`, or `*` for all of them.
pub type EventSettings = IndexMap<String, EventOverride>;

/// What is said of the streams of one operation, or of all.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EventOverride {
    /// Data after which a stream ends; nothing of it where a stream ends with the response alone.
    pub end: Option<Located<Words>>,
    /// Names of events after which a stream ends.
    pub end_events: Option<Located<EventNames>>,
    /// Names of events that report an error.
    pub errors: Option<Located<EventNames>>,
    /// Members that only events have that report an error.
    pub error_members: Option<Located<Words>>,
}

/// Texts, or one.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "OneOrSeveral")]
pub struct Words(pub Vec<String>);

/// Names of events, or one.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "OneOrSeveral")]
pub struct EventNames(pub Vec<String>);

#[derive(Deserialize)]
#[serde(untagged, expecting = "expected a text or a list of texts")]
enum OneOrSeveral {
    One(String),
    Several(Vec<String>),
}

impl From<OneOrSeveral> for Words {
    fn from(texts: OneOrSeveral) -> Self {
        Self(match texts {
            OneOrSeveral::One(text) => vec![text],
            OneOrSeveral::Several(texts) => texts,
        })
    }
}

impl TryFrom<OneOrSeveral> for EventNames {
    type Error = &'static str;

    fn try_from(texts: OneOrSeveral) -> Result<Self, Self::Error> {
        let Words(names) = texts.into();
        if names.iter().any(String::is_empty) {
            return Err("the name of an event is never empty; events without a name are called `message`");
        }
        Ok(Self(names))
    }
}

impl EventOverride {
    /// Finds the lines on which things are said; `text` is that of the settings.
    pub(super) fn locate(&mut self, path: &Path, text: &str) {
        let Self { end, end_events, errors, error_members } = self;
        [end, error_members].into_iter().flatten().for_each(|said| said.locate(path, text));
        [end_events, errors].into_iter().flatten().for_each(|said| said.locate(path, text));
    }
}
