// Written by apiarist from specs/openhands/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::{Maybe, Object, Value};

/// Filter for events.
#[derive(Clone, Default, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct EventFilter {
    /// Whether to exclude hidden events. Default: `false`.
    pub exclude_hidden: Option<bool>,
    /// Text that events must contain.
    pub query: Maybe<String>,
    /// Event types to include.
    pub include_types: Maybe<Vec<Value>>,
    /// Event types to exclude.
    pub exclude_types: Maybe<Vec<Value>>,
    /// Source of the events, such as `agent` or `user`.
    pub source: Maybe<String>,
    /// Earliest time of the events, in ISO 8601.
    pub start_date: Maybe<String>,
    /// Latest time of the events, in ISO 8601.
    pub end_date: Maybe<String>,
}
