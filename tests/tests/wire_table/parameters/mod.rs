//! Parameters in paths, queries, headers and cookies.

mod collection_formats;
mod contents;
mod headers;
mod objects;
mod paths;
mod queries;
mod rfc_6570;
mod settings;
mod values;

use crate::Rows;

/// Returns the rows of each file.
pub fn files() -> Vec<Rows> {
    vec![
        ("parameters/paths", paths::rows()),
        ("parameters/queries", queries::rows()),
        ("parameters/headers", headers::rows()),
        ("parameters/objects", objects::rows()),
        ("parameters/contents", contents::rows()),
        ("parameters/rfc_6570", rfc_6570::rows()),
        ("parameters/values", values::rows()),
        ("parameters/collection_formats", collection_formats::rows()),
        ("parameters/settings", settings::rows()),
    ]
}
