//! Classification of events by the rules of their operation: terminator, error report, or skipped.

use crate::{
    spec::stream_rules::{StreamRules, first_property},
    stream::event::Event,
};

impl StreamRules {
    /// Returns `true` if the document does not describe this event and the event does not report an error.
    pub(crate) fn skips(&self, event: &Event<String>) -> bool {
        let is_described = |names: &[&str]| event.name == "message" || names.contains(&event.name.as_str());
        !self.names.is_none_or(is_described) && !self.reports_error(event) && !self.explains(event)
    }

    /// Returns `true` if the stream ends with this event.
    pub(crate) fn ends_with(&self, event: &Event<String>) -> bool {
        let data = event.data.trim();
        self.terminator_events.contains(&event.name.as_str()) || self.terminators.iter().any(|word| word.trim() == data)
    }

    /// Returns `true` if this event reports an error, even if it can be decoded.
    pub(crate) fn reports_error(&self, event: &Event<String>) -> bool {
        self.error_events.is_some_and(|names| names.contains(&event.name.as_str()))
            || self.error_properties.is_some_and(|members| has_property(&event.data, members))
    }

    /// Returns `true` if this event, which could not be decoded, reports an error.
    pub(crate) fn explains(&self, unreadable: &Event<String>) -> bool {
        self.error_events.unwrap_or(&["error"]).contains(&unreadable.name.as_str())
            || has_property(&unreadable.data, self.error_properties.unwrap_or(&["error"]))
    }
}

/// Returns `true` if the data is an object in which one of these properties is present and not null.
fn has_property(data: &str, members: &[&str]) -> bool {
    // Most events contain none of them. Their text shows this unless it contains escapes, so it rarely has to be
    // parsed.
    let may_have = data.contains('\\') || members.iter().any(|member| data.contains(member));
    may_have && serde_json::from_str(data).is_ok_and(|value| first_property(&value, members).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(name: &str, data: &str) -> Event<String> {
        Event { name: name.into(), id: None, retry: None, data: data.into() }
    }

    #[test]
    fn terminator_is_data_or_an_event_name() {
        let usual = StreamRules::new();
        assert!(usual.ends_with(&event("message", " [DONE] ")) && !usual.ends_with(&event("done", "{}")));
        let other = usual.terminators(&["[END]", "{\"done\":true}", ""]).terminator_events(&["done"]);
        for last in ["[END]", "{\"done\":true}\n", " "] {
            assert!(other.ends_with(&event("message", last)), "{last:?}");
        }
        assert!(other.ends_with(&event("done", "{}")) && !other.without_names().ends_with(&event("done", "{}")));
        assert!(!other.ends_with(&event("message", "[DONE]")) && !other.ends_with(&event("message", "\"[END]\"")));
        assert!(!usual.terminators(&[]).ends_with(&event("message", "[DONE]")));
    }

    #[test]
    fn common_error_names_apply_only_to_undecodable_events() {
        let usual = StreamRules::new();
        for error in [event("error", "{}"), event("message", "{\"error\":0}")] {
            assert!(usual.explains(&error) && !usual.reports_error(&error), "{error:?}");
        }
        for other in [event("message", "{\"error\":null}"), event("fault", "{}"), event("message", "error")] {
            assert!(!usual.explains(&other), "{other:?}");
        }
    }

    #[test]
    fn undocumented_events_are_skipped_unless_they_report_an_error() {
        let rules = StreamRules::new().names(&["tick"]);
        assert!(rules.skips(&event("ping", "{}")));
        for read in [event("tick", "{}"), event("message", "{}"), event("error", "{}"), event("ping", "{\"error\":1}")]
        {
            assert!(!rules.skips(&read), "{read:?}");
        }
        assert!(!rules.without_names().skips(&event("ping", "{}")));
    }

    #[test]
    fn documented_error_names_always_report_errors() {
        let rules = StreamRules::new().error_events(&["fault"]).error_properties(&["fault", "é"]);
        for error in [event("fault", "1"), event("message", "{\"fault\":{}}"), event("x", "{\"\\u00e9\":1}")] {
            assert!(rules.reports_error(&error) && rules.explains(&error), "{error:?}");
        }
        for other in [event("error", "{\"error\":1}"), event("x", "{\"fault\":null}"), event("x", "[\"fault\"]")] {
            assert!(!rules.reports_error(&other) && !rules.explains(&other), "{other:?}");
        }
        let members = StreamRules::new().error_properties(&["fault"]);
        assert!(members.explains(&event("error", "1")) && !members.reports_error(&event("error", "1")));
        let names = StreamRules::new().error_events(&[]);
        assert!(names.explains(&event("error", "{\"error\":1}")) && !names.explains(&event("error", "1")));
    }
}
