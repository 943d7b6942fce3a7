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
/// # use apiarist_runtime::codegen::StreamRules;
/// const CHAT: StreamRules = StreamRules::new().terminators(&["[END]"]).error_events(&["failure"]);
/// const LOGS: StreamRules = StreamRules::new().terminators(&[]).terminator_events(&["done"]).error_properties(&["fault"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StreamRules {
    pub(crate) terminators: &'static [&'static str],
    pub(crate) terminator_events: &'static [&'static str],
    pub(crate) error_events: Option<&'static [&'static str]>,
    pub(crate) error_properties: Option<&'static [&'static str]>,
    pub(crate) names: Option<&'static [&'static str]>,
}

impl StreamRules {
    /// The usual words.
    pub const fn new() -> Self {
        StreamRules {
            terminators: &["[DONE]"],
            terminator_events: &[],
            error_events: None,
            error_properties: None,
            names: None,
        }
    }

    /// Data after which a stream ends, as it is sent but for white space around it. Its event is not given out.
    #[must_use]
    pub const fn terminators(self, data: &'static [&'static str]) -> Self {
        StreamRules { terminators: data, ..self }
    }

    /// Names of events after which a stream ends, with data or without. They are not given out.
    #[must_use]
    pub const fn terminator_events(self, names: &'static [&'static str]) -> Self {
        StreamRules { terminator_events: names, ..self }
    }

    /// Names of events that report an error, with data or without.
    #[must_use]
    pub const fn error_events(self, names: &'static [&'static str]) -> Self {
        StreamRules { error_events: Some(names), ..self }
    }

    /// Members that are there, and not null, in events that report an error alone.
    #[must_use]
    pub const fn error_properties(self, names: &'static [&'static str]) -> Self {
        StreamRules { error_properties: Some(names), ..self }
    }

    /// Names of the events that the document describes. Events of other names are skipped, as a browser does with events
    /// that nothing listens for, unless they report an error. Events without a name are read.
    #[must_use]
    pub const fn names(self, names: &'static [&'static str]) -> Self {
        StreamRules { names: Some(names), ..self }
    }

    /// The same for streams whose events have no names.
    pub(crate) fn without_names(self) -> Self {
        StreamRules { names: None, ..self.terminator_events(&[]).error_events(&[]) }
    }

    /// Whether something is said of events of this name, which count without data then. By the HTML standard (section
    /// 9.2.6) they are none.
    pub(crate) fn name_event(&self, name: &str) -> bool {
        self.terminator_events.contains(&name) || self.error_events.is_some_and(|names| names.contains(&name))
    }

    /// What the first of the members holds that were said to report errors.
    pub(crate) fn error_in<'v>(&self, value: &'v Value) -> Option<&'v Value> {
        member_of(value, self.error_properties?)
    }
}

impl Default for StreamRules {
    fn default() -> Self {
        StreamRules::new()
    }
}

pub(crate) fn member_of<'v>(value: &'v Value, members: &[&str]) -> Option<&'v Value> {
    members.iter().find_map(|member| value.get(member).filter(|member| !member.is_null()))
}
