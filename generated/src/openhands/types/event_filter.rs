//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Maybe, Value, list, object};

/// Which events to find.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EventFilter {
    /// Whether to leave out hidden events.
    ///
    /// Default: `false`.
    pub exclude_hidden: Option<bool>,
    /// Text that the event contains.
    pub query: Maybe<String>,
    /// Only these kinds of events.
    pub include_types: Maybe<Vec<Value>>,
    /// None of these kinds of events.
    pub exclude_types: Maybe<Vec<Value>>,
    /// Who sent the event, such as `agent` or `user`.
    pub source: Maybe<String>,
    /// Earliest time, as ISO text.
    pub start_date: Maybe<String>,
    /// Latest time, as ISO text.
    pub end_date: Maybe<String>,
}
object!(EventFilter {
    exclude_hidden: optional("exclude_hidden"),
    query: maybe("query"),
    include_types: maybe("include_types"),
    exclude_types: maybe("exclude_types"),
    source: maybe("source"),
    start_date: maybe("start_date"),
    end_date: maybe("end_date"),
});

impl EventFilter {
    pub fn exclude_hidden(mut self, exclude_hidden: bool) -> Self {
        self.exclude_hidden = Some(exclude_hidden);
        self
    }

    pub fn query(mut self, query: impl Into<String>) -> Self {
        self.query = Maybe::Value(query.into());
        self
    }

    pub fn include_types(mut self, include_types: impl IntoIterator<Item: Into<Value>>) -> Self {
        self.include_types = Maybe::Value(list(include_types));
        self
    }

    pub fn exclude_types(mut self, exclude_types: impl IntoIterator<Item: Into<Value>>) -> Self {
        self.exclude_types = Maybe::Value(list(exclude_types));
        self
    }

    pub fn source(mut self, source: impl Into<String>) -> Self {
        self.source = Maybe::Value(source.into());
        self
    }

    pub fn start_date(mut self, start_date: impl Into<String>) -> Self {
        self.start_date = Maybe::Value(start_date.into());
        self
    }

    pub fn end_date(mut self, end_date: impl Into<String>) -> Self {
        self.end_date = Maybe::Value(end_date.into());
        self
    }
}
