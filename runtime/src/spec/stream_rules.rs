//! The words of event streams: what ends them, and what reports an error.

use serde_json::Value;

/// What ends the streams of an operation, and which of their events report an error. Generated code holds one for each
/// operation whose streams have other words than usual.
///
/// Usually a stream ends with data that is `[DONE]`, and an event that cannot be read as what it should be reports an
/// error where it is named `error` or has a member `error`. What is said here takes the place of that, each by itself.
/// Names and members that are said report errors even where the event could be read. The names of events are those of
/// server-sent events; those of JSON texts have none.
///
/// These are conventions of servers. By the HTML standard a stream ends when its client closes it or is answered with 204
/// (section 9.2.3), and OpenAPI 3.2 does not describe which event is the last (OpenAPI Media Type Registry, Server-Sent
/// Events).
///
/// ```
/// # use apiarist_runtime::EventWords;
/// const CHAT: EventWords = EventWords::new().end(&["[END]"]).errors(&["failure"]);
/// const LOGS: EventWords = EventWords::new().end(&[]).end_events(&["done"]).error_members(&["fault"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventWords {
    pub(crate) end: &'static [&'static str],
    pub(crate) end_events: &'static [&'static str],
    pub(crate) errors: Option<&'static [&'static str]>,
    pub(crate) error_members: Option<&'static [&'static str]>,
    pub(crate) names: Option<&'static [&'static str]>,
}

impl EventWords {
    /// The usual words.
    pub const fn new() -> Self {
        EventWords { end: &["[DONE]"], end_events: &[], errors: None, error_members: None, names: None }
    }

    /// Data after which a stream ends, as it is sent but for white space around it. Its event is not given out.
    #[must_use]
    pub const fn end(self, data: &'static [&'static str]) -> Self {
        EventWords { end: data, ..self }
    }

    /// Names of events after which a stream ends, with data or without. They are not given out.
    #[must_use]
    pub const fn end_events(self, names: &'static [&'static str]) -> Self {
        EventWords { end_events: names, ..self }
    }

    /// Names of events that report an error, with data or without.
    #[must_use]
    pub const fn errors(self, names: &'static [&'static str]) -> Self {
        EventWords { errors: Some(names), ..self }
    }

    /// Members that are there, and not null, in events that report an error alone.
    #[must_use]
    pub const fn error_members(self, names: &'static [&'static str]) -> Self {
        EventWords { error_members: Some(names), ..self }
    }

    /// Names of the events that the document describes. Events of other names are skipped, as a browser does with events
    /// that nothing listens for, unless they report an error. Events without a name are read.
    #[must_use]
    pub const fn names(self, names: &'static [&'static str]) -> Self {
        EventWords { names: Some(names), ..self }
    }

    /// The same for streams whose events have no names.
    pub(crate) fn without_names(self) -> Self {
        EventWords { names: None, ..self.end_events(&[]).errors(&[]) }
    }

    /// Whether something is said of events of this name, which count without data then. By the HTML standard (section
    /// 9.2.6) they are none.
    pub(crate) fn speak_of(&self, name: &str) -> bool {
        self.end_events.contains(&name) || self.errors.is_some_and(|names| names.contains(&name))
    }

    /// What the first of the members holds that were said to report errors.
    pub(crate) fn error_in<'v>(&self, value: &'v Value) -> Option<&'v Value> {
        member_of(value, self.error_members?)
    }
}

impl Default for EventWords {
    fn default() -> Self {
        EventWords::new()
    }
}

pub(crate) fn member_of<'v>(value: &'v Value, members: &[&str]) -> Option<&'v Value> {
    members.iter().find_map(|member| value.get(member).filter(|member| !member.is_null()))
}
