//! What an update of a document means for whoever uses the client.
//!
//! Two intermediate representations are compared, never texts: what a document says in another way is no change. Types
//! are compared in pairs from each place that reaches them, every pair once. A change has a level on the wire, which
//! follows from its kind and direction ([`Kind::wire`]), and one in Rust, which follows from what becomes of the names
//! and types of the generated code ([`Effect::level`]).

mod bodies;
mod change;
mod comparison;
mod constraints;
mod definitions;
mod derives;
mod effect;
mod enumerations;
mod json;
mod kind;
mod level;
mod markdown;
mod operations;
mod page;
mod parameters;
mod place;
mod prose;
mod reach;
mod report;
mod responses;
mod security;
mod servers;
mod side;
mod structs;
mod surface;
mod text;
mod types;
mod unions;

pub use change::Change;
pub use effect::{Effect, EffectKind};
pub use json::{json, sarif};
pub use kind::Kind;
pub use level::{Direction, Level, Verdict};
pub use markdown::markdown;
pub use page::Page;
pub use reach::Reach;
pub use report::Report;
pub use side::Side;
pub use text::text;

use comparison::Comparison;

/// Compares two clients of one API, the old one with the new one.
pub fn compare(old: &Side<'_>, new: &Side<'_>) -> Report {
    let mut comparison = Comparison::new(old, new);
    comparison.compare_information();
    comparison.compare_schemes();
    comparison.compare_operations();
    comparison.compare_met();
    comparison.types_without_partner();
    comparison.compare_derives();
    comparison.compare_surfaces();
    Report::new(comparison.changes)
}
