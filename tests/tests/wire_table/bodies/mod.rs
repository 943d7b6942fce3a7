//! Bodies of requests.

mod forms;
mod json;
mod media_types;
mod multipart;
mod uploads;

use crate::Rows;

/// The rows of each file.
pub fn files() -> Vec<Rows> {
    vec![
        ("bodies/json", json::rows()),
        ("bodies/forms", forms::rows()),
        ("bodies/multipart", multipart::rows()),
        ("bodies/media_types", media_types::rows()),
        ("bodies/uploads", uploads::rows()),
    ]
}
