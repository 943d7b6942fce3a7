//! Request bodies.

mod forms;
mod json;
mod media_types;
mod mixed;
mod multipart;
mod parts;
mod texts;
mod uploads;

use crate::Rows;

/// Returns the rows of each file.
pub fn files() -> Vec<Rows> {
    vec![
        ("bodies/json", json::rows()),
        ("bodies/forms", forms::rows()),
        ("bodies/multipart", multipart::rows()),
        ("bodies/parts", parts::rows()),
        ("bodies/mixed", mixed::rows()),
        ("bodies/texts", texts::rows()),
        ("bodies/media_types", media_types::rows()),
        ("bodies/uploads", uploads::rows()),
    ]
}
