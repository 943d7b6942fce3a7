//! Collects the results of documents and writes the reports.

use std::fs;
use std::io;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::outcome::Row;
use super::{Conformance, report};

/// The interval at which reports are written during the run, so that an interrupted run leaves reports.
const EVERY: Duration = Duration::from_secs(10);

/// The rows of all finished documents.
#[derive(Debug)]
pub struct Results<'a> {
    arguments: &'a Conformance,
    folder: &'a Path,
    rows: Mutex<(Vec<Row>, Instant)>,
}

impl<'a> Results<'a> {
    /// Creates an empty collection that writes its reports to this folder.
    pub fn new(arguments: &'a Conformance, folder: &'a Path) -> Self {
        Self { arguments, folder, rows: Mutex::new((Vec::new(), Instant::now())) }
    }

    /// Adds the row of a document.
    pub fn add(&self, row: Row) -> io::Result<()> {
        let mut rows = self.rows();
        rows.0.push(row);
        if rows.1.elapsed() > EVERY {
            self.write(&mut rows.0)?;
            rows.1 = Instant::now();
        }
        Ok(())
    }

    /// Writes the final reports and returns all rows in order.
    pub fn finish(self) -> io::Result<Vec<Row>> {
        let mut rows = std::mem::take(&mut self.rows().0);
        self.write(&mut rows)?;
        Ok(rows)
    }

    fn rows(&self) -> MutexGuard<'_, (Vec<Row>, Instant)> {
        self.rows.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self, rows: &mut [Row]) -> io::Result<()> {
        rows.sort_by(|one, other| one.document.cmp(&other.document));
        for (name, text) in [("report.json", report::json(rows)), ("report.md", report::markdown(rows, self.arguments))]
        {
            let path = self.folder.join(name);
            fs::write(&path, text).map_err(|error| io::Error::other(format!("{}: {error}", path.display())))?;
        }
        Ok(())
    }
}
