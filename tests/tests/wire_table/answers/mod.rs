//! Responses and their results.

mod errors;
mod headers;
mod media_types;
mod statuses;
mod values;

use crate::Rows;

/// Returns the rows of each file.
pub fn files() -> Vec<Rows> {
    vec![
        ("answers/values", values::rows()),
        ("answers/statuses", statuses::rows()),
        ("answers/media_types", media_types::rows()),
        ("answers/headers", headers::rows()),
        ("answers/errors", errors::rows()),
    ]
}
