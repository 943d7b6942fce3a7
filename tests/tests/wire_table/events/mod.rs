//! Streams of events, of lines and of JSON texts, and downloads.

mod downloads;
mod envelopes;
mod event_stream;
mod json_lines;
mod messages;
mod words;

use crate::Rows;

/// Returns the rows of each file.
pub fn files() -> Vec<Rows> {
    vec![
        ("events/event_stream", event_stream::rows()),
        ("events/messages", messages::rows()),
        ("events/envelopes", envelopes::rows()),
        ("events/words", words::rows()),
        ("events/json_lines", json_lines::rows()),
        ("events/downloads", downloads::rows()),
    ]
}
