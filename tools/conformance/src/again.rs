//! Generates a document again with the names of the previous run and requires the same client.
//!
//! ```text
//! first run:  names.lock is empty        → client 1, names 1
//! second run: names.lock holds names 1   → client 2, names 2 must equal client 1, names 1
//! third run:  names.lock holds names 2   → the same again
//! ```

use std::collections::BTreeSet;
use std::path::Path;

use apiarist::Client;
use apiarist::diagnostics::{Code, Diagnostics};
use apiarist::files::Files;
use apiarist::settings::{NamesLock, Settings};
use apiarist::source::Document;

/// The runs after the first one.
const RUNS: [&str; 2] = ["second", "third"];

/// The number of differences reported for one run.
const REPORTED: usize = 5;

/// One run: the files of the client, the names for the lock, and the names that moved.
struct Run {
    files: Files,
    lock: NamesLock,
    moved: Vec<String>,
}

/// Returns the differences between later runs and the first one. The array is empty if there are none, or no client.
pub fn differences(document: &Path) -> Vec<String> {
    let Ok(document) = Document::read(document) else { return Vec::new() };
    let Some(mut before) = run(&document, NamesLock::default()) else { return Vec::new() };
    let mut found = Vec::new();
    for number in RUNS {
        let Some(now) = run(&document, before.lock.clone()) else {
            found.push(format!("{number} run: no client"));
            break;
        };
        found.extend(compared(&before, &now).into_iter().take(REPORTED).map(|text| format!("{number} run: {text}")));
        before = now;
    }
    found
}

fn run(document: &Document, lock: NamesLock) -> Option<Run> {
    let mut settings = Settings::default();
    settings.names.lock = lock;
    let mut diagnostics = Diagnostics::new();
    let client = Client::plan(document, &settings, &mut diagnostics)?;
    let moved = diagnostics.iter().filter(|found| found.code == Code::MovedName).map(|found| found.message.clone());
    let moved = moved.collect();
    Some(Run { files: client.module("apis", "again", "document").ok()?, lock: client.names().lock().clone(), moved })
}

fn compared(before: &Run, now: &Run) -> Vec<String> {
    let mut found = now.moved.clone();
    let (old, new): (BTreeSet<_>, BTreeSet<_>) = (before.files.iter().collect(), now.files.iter().collect());
    let paths: BTreeSet<&Path> = old.symmetric_difference(&new).map(|(path, _)| *path).collect();
    found.extend(paths.into_iter().map(|path| format!("{} differs", path.display())));
    if found.is_empty() && before.lock != now.lock {
        found.push("names.lock differs".to_owned());
    }
    found
}
