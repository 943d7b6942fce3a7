// Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Maybe, Object, Value};

/// Which events to find.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct EventFilter {
    /// Whether to leave out hidden events. Default: `false`.
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
