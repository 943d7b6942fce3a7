//! Snapshots: files with the text that a test expects, accepted by `cargo xtask accept`.
//!
//! ```text
//! generated.snap differs from the generated code:
//!  pub struct Pet {
//! -    pub name: String,
//! +    pub name: Option<String>,
//!  }
//! Accept it with `cargo xtask accept snapshots`, and read the difference.
//! ```
//!
//! A file may begin with a header between two lines of dashes, which is not compared, and which accepting removes. An
//! environment variable makes the tests overwrite their snapshots.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use similar::TextDiff;

/// The environment variable that makes tests overwrite their snapshots; `cargo xtask accept` sets it.
pub const ACCEPT: &str = "APIARIST_ACCEPT";

/// The extension of a snapshot.
const EXTENSION: &str = "snap";

/// The line around the header of a snapshot.
const DASHES: &str = "---\n";

/// The snapshots that were compared so far.
static COMPARED: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// Compares a text with the snapshot `<folder>/<name>.snap`, or overwrites it. Whitespace at both ends is ignored.
///
/// # Errors
/// Returns an error if they differ. The error shows the difference and the command that accepts the text, whose
/// argument is `suite`.
pub fn check(suite: &str, folder: &Path, name: &str, text: &str) -> Result<(), String> {
    let path = folder.join(name).with_added_extension(EXTENSION);
    COMPARED.lock().unwrap_or_else(PoisonError::into_inner).insert(path.clone());
    let snapshot = fs::read_to_string(&path).unwrap_or_default();
    let (header, expected) = parts(&snapshot);
    let is_equal = expected.trim() == text.trim() && !snapshot.is_empty();
    if std::env::var_os(ACCEPT).is_some() && !(is_equal && header.is_empty()) {
        let text = text.trim_end();
        return fs::write(&path, format!("{text}\n")).map_err(|error| format!("{}: {error}", path.display()));
    }
    if is_equal {
        return Ok(());
    }
    let diff = TextDiff::from_lines(expected.trim(), text.trim());
    let mut diff = diff.unified_diff();
    let diff = diff.missing_newline_hint(false);
    let shown = path.display();
    Err(format!(
        "{shown} differs from what there is now:\n{diff}\nAccept it with `cargo xtask accept {suite}`, and read the \
         difference."
    ))
}

/// Compares a text with a snapshot as [`check`] does.
///
/// # Panics
/// Panics if they differ.
pub fn assert(suite: &str, folder: &Path, name: &str, text: &str) {
    check(suite, folder, name, text).unwrap_or_else(|difference| panic!("{difference}"));
}

/// Returns the snapshots below a folder that no test of this program has compared, or removes them in accept mode. Must
/// be called after all tests.
pub fn unreferenced(folder: &Path) -> Vec<PathBuf> {
    let compared = COMPARED.lock().unwrap_or_else(PoisonError::into_inner);
    let mut found = Vec::new();
    collect(folder, &mut found);
    found.retain(|path| !compared.contains(path));
    if std::env::var_os(ACCEPT).is_some() {
        found.retain(|path| fs::remove_file(path).is_err());
    }
    found
}

/// Returns the header and the text of a snapshot.
fn parts(snapshot: &str) -> (&str, &str) {
    let end = snapshot.strip_prefix(DASHES).and_then(|rest| rest.find("\n---\n"));
    end.and_then(|end| snapshot.split_at_checked(end + 2 * DASHES.len() + 1)).unwrap_or(("", snapshot))
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for path in entries.map(|entry| entry.path()) {
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == EXTENSION) {
            found.push(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn header_and_outer_whitespace_are_ignored() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("a.b.snap"), "---\nsource: here\n---\none\ntwo\n\n").expect("a file");
        fs::write(folder.path().join("other.snap"), "---\nno header\n").expect("a file");
        assert_eq!(check("x", folder.path(), "a.b", "one\ntwo"), Ok(()));
        assert_eq!(check("x", folder.path(), "other", "---\nno header"), Ok(()));
        let difference = check("x", folder.path(), "a.b", "one\nthree").expect_err("it differs");
        assert!(difference.contains("-two\n+three\n") && difference.contains("cargo xtask accept x"), "{difference}");
        let missing = check("x", folder.path(), "missing", "one").expect_err("it is missing");
        assert!(missing.contains("+one"), "{missing}");
    }

    #[test]
    fn unreferenced_snapshot_is_found() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["compared.snap", "forgotten.snap", "other.txt"] {
            fs::write(folder.path().join(name), "one").expect("a file");
        }
        assert_eq!(check("x", folder.path(), "compared", "one"), Ok(()));
        assert_eq!(unreferenced(folder.path()), [folder.path().join("forgotten.snap")]);
    }
}
