//! Rules of event streams: detection of the terminating event and of error reports.
//!
//! ```text
//! data: [DONE]                              terminator: the stream ends
//! event: error, data: {"message": "busy"}   error, unless it can be decoded as an event
//! data: {"n": 1}                            event
//! ```

use serde_json::Value;

/// The rules that identify the terminating event of a stream and events that report an error. Generated code has a
/// constant for each operation whose streams do not follow the default rules.
///
/// By default, a stream ends with the data `[DONE]`, and an event that cannot be decoded reports an error if its name
/// is `error` or it has a property `error`. Each configured rule replaces its default. Configured error events and
/// error properties report errors even if the event can be decoded. Event names are those of server-sent events; JSON
/// texts do not have names.
///
/// These are conventions of servers. By the HTML standard, a stream ends when its client closes it or the server
/// responds with 204 (section 9.2.3), and OpenAPI 3.2 does not specify the terminating event (OpenAPI Media Type
/// Registry, Server-Sent Events).
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
    /// Creates the default rules.
    pub const fn new() -> Self {
        StreamRules {
            terminators: &["[DONE]"],
            terminator_events: &[],
            error_events: None,
            error_properties: None,
            names: None,
        }
    }

    /// Sets the data of terminating events, compared without surrounding white space. The terminating event is not
    /// yielded.
    #[must_use]
    pub const fn terminators(self, data: &'static [&'static str]) -> Self {
        StreamRules { terminators: data, ..self }
    }

    /// Sets the names of terminating events, with or without data. The terminating event is not yielded.
    #[must_use]
    pub const fn terminator_events(self, names: &'static [&'static str]) -> Self {
        StreamRules { terminator_events: names, ..self }
    }

    /// Sets the names of events that report an error, with or without data.
    #[must_use]
    pub const fn error_events(self, names: &'static [&'static str]) -> Self {
        StreamRules { error_events: Some(names), ..self }
    }

    /// Sets the properties that are present and not null only in events that report an error.
    #[must_use]
    pub const fn error_properties(self, names: &'static [&'static str]) -> Self {
        StreamRules { error_properties: Some(names), ..self }
    }

    /// Sets the names of the documented events. Events with other names are skipped, as a browser skips events without
    /// a listener, unless they report an error. Events without a name are never skipped.
    #[must_use]
    pub const fn names(self, names: &'static [&'static str]) -> Self {
        StreamRules { names: Some(names), ..self }
    }

    /// Returns the rules for streams whose events have no names.
    pub(crate) fn without_names(self) -> Self {
        StreamRules { names: None, ..self.terminator_events(&[]).error_events(&[]) }
    }

    /// Returns `true` if a rule names this event, which then counts even without data. By the HTML standard (section
    /// 9.2.6), an event without data is not dispatched.
    pub(crate) fn mentions(&self, name: &str) -> bool {
        self.terminator_events.contains(&name) || self.error_events.is_some_and(|names| names.contains(&name))
    }

    /// Returns the value of the first error property of an event.
    pub(crate) fn error_in<'v>(&self, value: &'v Value) -> Option<&'v Value> {
        first_property(value, self.error_properties?)
    }
}

impl Default for StreamRules {
    fn default() -> Self {
        StreamRules::new()
    }
}

/// Returns the value of the first of these properties that is present and not null.
pub(crate) fn first_property<'v>(value: &'v Value, names: &[&str]) -> Option<&'v Value> {
    names.iter().find_map(|name| value.get(name).filter(|value| !value.is_null()))
}
