//! The words of event streams: what ends them, and what reports an error.

use serde_json::Value;

use crate::stream::Event;

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
    end: &'static [&'static str],
    end_events: &'static [&'static str],
    errors: Option<&'static [&'static str]>,
    error_members: Option<&'static [&'static str]>,
    names: Option<&'static [&'static str]>,
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

    /// Returns `true` if the document describes no event of this name.
    pub(crate) fn pass_over(&self, event: &Event<String>) -> bool {
        let is_described = |names: &[&str]| event.name == "message" || names.contains(&event.name.as_str());
        !self.names.is_none_or(is_described) && !self.tell_error(event) && !self.explain(event)
    }

    /// Whether something is said of events of this name, which count without data then. By the HTML standard (section
    /// 9.2.6) they are none.
    pub(crate) fn speak_of(&self, name: &str) -> bool {
        self.end_events.contains(&name) || self.errors.is_some_and(|names| names.contains(&name))
    }

    /// Whether the stream ends with this event.
    pub(crate) fn end_with(&self, event: &Event<String>) -> bool {
        let data = event.data.trim();
        self.end_events.contains(&event.name.as_str()) || self.end.iter().any(|word| word.trim() == data)
    }

    /// Whether this event reports an error, even where it could be read as what it should be.
    pub(crate) fn tell_error(&self, event: &Event<String>) -> bool {
        self.errors.is_some_and(|names| names.contains(&event.name.as_str()))
            || self.error_members.is_some_and(|members| has_member(&event.data, members))
    }

    /// What the first of the members holds that were said to report errors.
    pub(crate) fn error_in<'v>(&self, value: &'v Value) -> Option<&'v Value> {
        member_of(value, self.error_members?)
    }

    /// Whether this event, which could not be read as what it should be, reports an error.
    pub(crate) fn explain(&self, unreadable: &Event<String>) -> bool {
        self.errors.unwrap_or(&["error"]).contains(&unreadable.name.as_str())
            || has_member(&unreadable.data, self.error_members.unwrap_or(&["error"]))
    }
}

impl Default for EventWords {
    fn default() -> Self {
        EventWords::new()
    }
}

/// Whether data is an object with one of these members that is not null.
fn has_member(data: &str, members: &[&str]) -> bool {
    // Most events have none of them, which their text shows unless something in it is escaped.
    let may_have = data.contains('\\') || members.iter().any(|member| data.contains(member));
    may_have && serde_json::from_str(data).is_ok_and(|value| member_of(&value, members).is_some())
}

fn member_of<'v>(value: &'v Value, members: &[&str]) -> Option<&'v Value> {
    members.iter().find_map(|member| value.get(member).filter(|member| !member.is_null()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(name: &str, data: &str) -> Event<String> {
        Event { name: name.into(), id: None, retry: None, data: data.into() }
    }

    #[test]
    fn streams_end_with_data_or_with_names() {
        let usual = EventWords::new();
        assert!(usual.end_with(&event("message", " [DONE] ")) && !usual.end_with(&event("done", "{}")));
        let other = usual.end(&["[END]", "{\"done\":true}", ""]).end_events(&["done"]);
        for last in ["[END]", "{\"done\":true}\n", " "] {
            assert!(other.end_with(&event("message", last)), "{last:?}");
        }
        assert!(other.end_with(&event("done", "{}")) && !other.without_names().end_with(&event("done", "{}")));
        assert!(!other.end_with(&event("message", "[DONE]")) && !other.end_with(&event("message", "\"[END]\"")));
        assert!(!usual.end(&[]).end_with(&event("message", "[DONE]")));
    }

    #[test]
    fn usual_words_report_errors_only_where_an_event_cannot_be_read() {
        let usual = EventWords::new();
        for error in [event("error", "{}"), event("message", "{\"error\":0}")] {
            assert!(usual.explain(&error) && !usual.tell_error(&error), "{error:?}");
        }
        for other in [event("message", "{\"error\":null}"), event("fault", "{}"), event("message", "error")] {
            assert!(!usual.explain(&other), "{other:?}");
        }
    }

    #[test]
    fn events_that_the_document_does_not_describe_are_skipped_unless_they_report_an_error() {
        let words = EventWords::new().names(&["tick"]);
        assert!(words.pass_over(&event("ping", "{}")));
        for read in [event("tick", "{}"), event("message", "{}"), event("error", "{}"), event("ping", "{\"error\":1}")]
        {
            assert!(!words.pass_over(&read), "{read:?}");
        }
        assert!(!words.without_names().pass_over(&event("ping", "{}")));
    }

    #[test]
    fn words_that_are_said_always_report_errors() {
        let words = EventWords::new().errors(&["fault"]).error_members(&["fault", "é"]);
        for error in [event("fault", "1"), event("message", "{\"fault\":{}}"), event("x", "{\"\\u00e9\":1}")] {
            assert!(words.tell_error(&error) && words.explain(&error), "{error:?}");
        }
        for other in [event("error", "{\"error\":1}"), event("x", "{\"fault\":null}"), event("x", "[\"fault\"]")] {
            assert!(!words.tell_error(&other) && !words.explain(&other), "{other:?}");
        }
        let members = EventWords::new().error_members(&["fault"]);
        assert!(members.explain(&event("error", "1")) && !members.tell_error(&event("error", "1")));
        let names = EventWords::new().errors(&[]);
        assert!(names.explain(&event("error", "{\"error\":1}")) && !names.explain(&event("error", "1")));
    }
}
