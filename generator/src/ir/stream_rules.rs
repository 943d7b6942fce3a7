//! Rules that end an event stream or report an error in it.

/// Rules that end an event stream or recognize events that report an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StreamRules {
    /// Data of the terminating event.
    pub terminators: Vec<String>,
    /// Names of terminating events.
    pub terminator_events: Vec<String>,
    /// Names of events that always report an error. If `None`, an event named `error` reports one only if it cannot be
    /// decoded.
    pub error_events: Option<Vec<String>>,
    /// Properties of events that always report an error. If `None`, the property `error` reports one only if the event
    /// cannot be decoded.
    pub error_properties: Option<Vec<String>>,
    /// Names of the events that the document describes. Other events are skipped.
    pub names: Option<Vec<String>>,
}

impl Default for StreamRules {
    fn default() -> Self {
        Self {
            terminators: vec!["[DONE]".to_owned()],
            terminator_events: Vec::new(),
            error_events: None,
            error_properties: None,
            names: None,
        }
    }
}

impl StreamRules {
    /// Returns `true` if these are the default rules of the runtime.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}
