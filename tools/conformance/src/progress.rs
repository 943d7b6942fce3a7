//! Tells how far the work is.

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicUsize, Ordering};

use apiarist::unprintable::escaped_line;

use super::Conformance;
use super::outcome::Row;
use xtask::telling::tell;

/// Without a terminal, how many documents pass between two lines.
const STEP: usize = 50;

/// How many of the documents are done: one line that changes on a terminal, a line now and then elsewhere.
#[derive(Debug)]
pub struct Progress {
    all: usize,
    done: AtomicUsize,
    is_terminal: bool,
}

impl Progress {
    /// Nothing is done yet.
    pub fn new(all: usize) -> Self {
        Self { all, done: AtomicUsize::new(0), is_terminal: io::stderr().is_terminal() }
    }

    /// A document is done. What should not have become of it is told at once.
    pub fn done(&self, row: &Row, arguments: &Conformance) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if !arguments.allows(row) {
            self.clear();
            tell(&format!("{}: {}", row.document, super::report::cause(row)));
        }
        if self.is_terminal {
            let _ = write!(io::stderr(), "\r\x1b[K{done} of {}: {}", self.all, escaped_line(&row.document));
        } else if done.is_multiple_of(STEP) || done == self.all {
            tell(&format!("{done} of {} documents", self.all));
        }
    }

    /// Everything is done.
    pub fn finish(&self) {
        self.clear();
    }

    fn clear(&self) {
        if self.is_terminal {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}
