//! Prints the output of tasks as the `apiarist` command prints its own, but with the tasks' limit on diagnostics.

use std::sync::OnceLock;

use apiarist::diagnostics::{Diagnostics, tally};
use apiarist::source::Document;
use apiarist_cli::terminal::{self, DIAGNOSTICS_LIMIT};

pub use apiarist_cli::terminal::{Output, print_err, print_json, print_out};

/// The number of diagnostics of one document that are printed; set once, before any task starts.
static LIMIT: OnceLock<usize> = OnceLock::new();

/// Sets how diagnostics are printed. Only the first call has an effect.
pub fn set_up(output: Output, prints_all: bool) {
    output.set_up();
    let _ = LIMIT.set(if prints_all { usize::MAX } else { DIAGNOSTICS_LIMIT });
}

/// Prints the diagnostics of a document, and counts them if there are errors.
pub fn print_diagnostics(document: Option<&Document>, diagnostics: &Diagnostics) {
    let limit = LIMIT.get().copied().unwrap_or(DIAGNOSTICS_LIMIT);
    terminal::print_diagnostics(document, diagnostics, limit);
    if diagnostics.len() > limit {
        print_err("help: `cargo xtask codegen --all` prints every diagnostic");
    }
    if diagnostics.has_errors() {
        print_err(&tally(diagnostics));
    }
}
