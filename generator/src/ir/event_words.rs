//! What ends a stream of events, and what reports an error in it.

/// What ends a stream of events, and which of its events report an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventWords {
    /// Data after which it ends.
    pub end: Vec<String>,
    /// Names of events after which it ends.
    pub end_events: Vec<String>,
    /// Names of events that always report an error; where nothing is said, `error` tells that of an event that cannot
    /// be read.
    pub errors: Option<Vec<String>>,
    /// Members of events that always report an error; where nothing is said, `error` tells that of an event that cannot
    /// be read.
    pub error_members: Option<Vec<String>>,
    /// Names of the events that are described, where others are skipped.
    pub names: Option<Vec<String>>,
}

impl Default for EventWords {
    fn default() -> Self {
        Self { end: vec!["[DONE]".to_owned()], end_events: Vec::new(), errors: None, error_members: None, names: None }
    }
}

impl EventWords {
    /// Whether these are the usual words.
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}
