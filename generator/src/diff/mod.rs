//! Comparison of two versions of a document: the consequences for callers of the client.
//!
//! The comparison is between two intermediate representations rather than texts, so a different notation of the same
//! content is not a change. Types are compared in pairs from each location that reaches them, each pair once. A change
//! has a level on the wire, which depends on its kind and direction ([`ChangeKind::wire`]), and one in Rust, which depends on
//! the changed names and types of the generated code ([`Effect::level`]):
//!
//! ```text
//! Pet: {tag: string}          Pet: {tag: integer}     the field's type changed: breaking
//! GET /pets                   GET /pets, POST /pets   operation-added: compatible
//! summary: Pets               summary: All pets       documentation
//! ```

mod change;
mod comparison;
mod documentation;
mod effect;
mod kind;
mod level;
mod location;
mod operations;
mod raw;
mod reach;
mod report;
mod security;
mod servers;
mod side;
mod surface;
mod types;
mod version;

pub use change::Change;
pub use effect::{Effect, EffectKind};
pub use kind::{ChangeKind, Page};
pub use level::{Direction, Level, Verdict};
pub use reach::Reach;
pub use report::{FITS_A_COMMENT, MarkdownOptions, Report, Revision, Update, changelog, json, markdown, sarif, text};
pub use side::Side;
pub use version::Version;

use comparison::Comparison;

/// Compares two clients of one API, the old one with the new one.
pub fn compare(old: &Side<'_>, new: &Side<'_>) -> Report {
    let mut comparison = Comparison::new(old, new);
    comparison.compare_information();
    comparison.compare_schemes();
    comparison.compare_operations();
    comparison.compare_webhooks();
    comparison.compare_queue();
    comparison.report_unmatched_types();
    comparison.compare_derives();
    comparison.compare_surfaces();
    Report::new(comparison.changes, comparison.rust)
}
