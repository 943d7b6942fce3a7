//! Prints the progress of the run.

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicUsize, Ordering};

use apiarist::unprintable::escaped_line;

use super::Conformance;
use super::outcome::Row;
use xtask::terminal::print_err;

/// The number of documents between two lines of progress if the output is not a terminal.
const STEP: usize = 50;

/// A progress display: one updated line on a terminal, occasional lines elsewhere.
#[derive(Debug)]
pub struct Progress {
    all: usize,
    done: AtomicUsize,
    is_terminal: bool,
}

impl Progress {
    /// Creates a display for a run that has not started.
    pub fn new(all: usize) -> Self {
        Self { all, done: AtomicUsize::new(0), is_terminal: io::stderr().is_terminal() }
    }

    /// Counts a document as done. An unacceptable result is printed immediately.
    pub fn done(&self, row: &Row, arguments: &Conformance) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if !arguments.allows(row) {
            self.clear();
            print_err(&format!("{}: {}", row.document, super::report::cause(row)));
        }
        if self.is_terminal {
            let _ = write!(io::stderr(), "\r\x1b[K{done} of {}: {}", self.all, escaped_line(&row.document));
        } else if done.is_multiple_of(STEP) || done == self.all {
            print_err(&format!("{done} of {} documents", self.all));
        }
    }

    /// Ends the display.
    pub fn finish(&self) {
        self.clear();
    }

    fn clear(&self) {
        if self.is_terminal {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}
