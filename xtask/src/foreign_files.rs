//! Finds files in generated folders that codegen did not write. They are leftovers, or rustc would compile them.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::{Failure, failed};

/// Returns the files below `folder/below` for which `is_known` is false. Hidden files, such as those of editors, are
/// skipped.
pub fn find(folder: &Path, below: &Path, is_known: &dyn Fn(&Path) -> bool) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    let mut open = vec![below.to_owned()];
    while let Some(at) = open.pop() {
        let entries = match fs::read_dir(folder.join(&at)) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => continue,
            Err(error) => return Err(failed(&folder.join(&at), &error)),
        };
        for entry in entries {
            let entry = entry.map_err(|error| failed(&folder.join(&at), &error))?;
            let path = at.join(entry.file_name());
            let kind = entry.file_type().map_err(|error| failed(&folder.join(&path), &error))?;
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            if kind.is_dir() {
                open.push(path);
            } else if !is_known(&path) {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}
