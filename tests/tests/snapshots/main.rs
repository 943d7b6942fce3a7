//! Compares generated code with snapshots: one test for each case, each rejected document and each vendored API.
//!
//! A snapshot is in the folder of its document. `cargo xtask accept snapshots` accepts new output, even if the current
//! snapshots do not compile.

#[path = "../pipeline/mod.rs"]
mod pipeline;

mod abridged;
mod cases;
mod outlines;
mod pages;
mod rejected;
mod versions;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, io};

use apiarist_test_support::{snapshot, suite};
use libtest_mimic::{Failed, Trial};

fn main() -> ExitCode {
    match trials() {
        Ok(trials) => suite::run(trials, &[Path::new("cases"), Path::new("pages")]),
        Err(error) => {
            eprintln!("the cases cannot be listed: {error}");
            ExitCode::FAILURE
        }
    }
}

fn trials() -> io::Result<Vec<Trial>> {
    let mut trials = cases::trials()?;
    trials.extend(rejected::trials()?);
    trials.extend(outlines::trials()?);
    trials.extend(pages::trials()?);
    trials.extend(versions::trials());
    Ok(trials)
}

/// Compares a text with the snapshot of this name in a folder.
fn check(folder: &Path, name: &str, text: &str) -> Result<(), Failed> {
    Ok(snapshot::check("snapshots", folder, name, text)?)
}

/// Returns the subfolders of a folder, sorted by name.
fn folders(folder: impl AsRef<Path>) -> io::Result<Vec<PathBuf>> {
    let entries: io::Result<Vec<PathBuf>> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect();
    let mut folders: Vec<PathBuf> = entries?.into_iter().filter(|path| path.is_dir()).collect();
    folders.sort();
    Ok(folders)
}

/// Returns the last segment of a path as text.
fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
