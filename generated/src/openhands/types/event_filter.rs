//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Value, object};

object! {
    /// Which events to find.
    pub struct EventFilter {
        /// Whether to leave out hidden events. Default: `false`.
        exclude_hidden: optional(bool) = "exclude_hidden",
        /// Text that the event contains.
        query: maybe(String) = "query",
        /// Only these kinds of events.
        include_types: maybe(Vec<Value>) = "include_types",
        /// None of these kinds of events.
        exclude_types: maybe(Vec<Value>) = "exclude_types",
        /// Who sent the event, such as `agent` or `user`.
        source: maybe(String) = "source",
        /// Earliest time, as ISO text.
        start_date: maybe(String) = "start_date",
        /// Latest time, as ISO text.
        end_date: maybe(String) = "end_date",
    }
    new()
}
