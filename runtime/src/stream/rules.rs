//! What an event is by the rules of its operation: the last one, a report of an error, or one to be skipped.

use crate::{
    spec::stream_rules::{StreamRules, member_of},
    stream::event::Event,
};

impl StreamRules {
    /// Returns `true` if the document describes no event of this name.
    pub(crate) fn skips(&self, event: &Event<String>) -> bool {
        let is_described = |names: &[&str]| event.name == "message" || names.contains(&event.name.as_str());
        !self.names.is_none_or(is_described) && !self.reports_error(event) && !self.explain(event)
    }

    /// Whether the stream ends with this event.
    pub(crate) fn ends_with_event(&self, event: &Event<String>) -> bool {
        let data = event.data.trim();
        self.terminator_events.contains(&event.name.as_str()) || self.terminators.iter().any(|word| word.trim() == data)
    }

    /// Whether this event reports an error, even where it could be read as what it should be.
    pub(crate) fn reports_error(&self, event: &Event<String>) -> bool {
        self.error_events.is_some_and(|names| names.contains(&event.name.as_str()))
            || self.error_properties.is_some_and(|members| has_member(&event.data, members))
    }

    /// Whether this event, which could not be read as what it should be, reports an error.
    pub(crate) fn explain(&self, unreadable: &Event<String>) -> bool {
        self.error_events.unwrap_or(&["error"]).contains(&unreadable.name.as_str())
            || has_member(&unreadable.data, self.error_properties.unwrap_or(&["error"]))
    }
}

/// Whether data is an object with one of these members that is not null.
fn has_member(data: &str, members: &[&str]) -> bool {
    // Most events have none of them, which their text shows unless something in it is escaped.
    let may_have = data.contains('\\') || members.iter().any(|member| data.contains(member));
    may_have && serde_json::from_str(data).is_ok_and(|value| member_of(&value, members).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(name: &str, data: &str) -> Event<String> {
        Event { name: name.into(), id: None, retry: None, data: data.into() }
    }

    #[test]
    fn streams_end_with_data_or_with_names() {
        let usual = StreamRules::new();
        assert!(usual.ends_with_event(&event("message", " [DONE] ")) && !usual.ends_with_event(&event("done", "{}")));
        let other = usual.terminators(&["[END]", "{\"done\":true}", ""]).terminator_events(&["done"]);
        for last in ["[END]", "{\"done\":true}\n", " "] {
            assert!(other.ends_with_event(&event("message", last)), "{last:?}");
        }
        assert!(
            other.ends_with_event(&event("done", "{}")) && !other.without_names().ends_with_event(&event("done", "{}"))
        );
        assert!(
            !other.ends_with_event(&event("message", "[DONE]"))
                && !other.ends_with_event(&event("message", "\"[END]\""))
        );
        assert!(!usual.terminators(&[]).ends_with_event(&event("message", "[DONE]")));
    }

    #[test]
    fn usual_words_report_errors_only_where_an_event_cannot_be_read() {
        let usual = StreamRules::new();
        for error in [event("error", "{}"), event("message", "{\"error\":0}")] {
            assert!(usual.explain(&error) && !usual.reports_error(&error), "{error:?}");
        }
        for other in [event("message", "{\"error\":null}"), event("fault", "{}"), event("message", "error")] {
            assert!(!usual.explain(&other), "{other:?}");
        }
    }

    #[test]
    fn events_that_the_document_does_not_describe_are_skipped_unless_they_report_an_error() {
        let rules = StreamRules::new().names(&["tick"]);
        assert!(rules.skips(&event("ping", "{}")));
        for read in [event("tick", "{}"), event("message", "{}"), event("error", "{}"), event("ping", "{\"error\":1}")]
        {
            assert!(!rules.skips(&read), "{read:?}");
        }
        assert!(!rules.without_names().skips(&event("ping", "{}")));
    }

    #[test]
    fn words_that_are_said_always_report_errors() {
        let rules = StreamRules::new().error_events(&["fault"]).error_properties(&["fault", "é"]);
        for error in [event("fault", "1"), event("message", "{\"fault\":{}}"), event("x", "{\"\\u00e9\":1}")] {
            assert!(rules.reports_error(&error) && rules.explain(&error), "{error:?}");
        }
        for other in [event("error", "{\"error\":1}"), event("x", "{\"fault\":null}"), event("x", "[\"fault\"]")] {
            assert!(!rules.reports_error(&other) && !rules.explain(&other), "{other:?}");
        }
        let members = StreamRules::new().error_properties(&["fault"]);
        assert!(members.explain(&event("error", "1")) && !members.reports_error(&event("error", "1")));
        let names = StreamRules::new().error_events(&[]);
        assert!(names.explain(&event("error", "{\"error\":1}")) && !names.explain(&event("error", "1")));
    }
}
