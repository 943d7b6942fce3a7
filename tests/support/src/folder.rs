//! The files of a folder and of its subfolders.

use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

/// Returns the texts of all files below a folder, by their paths within it.
///
/// # Errors
/// Returns an error if a file cannot be read or is not UTF-8.
pub fn texts(folder: &Path) -> io::Result<BTreeMap<String, String>> {
    let mut found = BTreeMap::new();
    collect(folder, folder, &mut found)?;
    Ok(found)
}

fn collect(root: &Path, folder: &Path, found: &mut BTreeMap<String, String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, found)?;
        } else {
            let name = path.strip_prefix(root).unwrap_or(&path).display().to_string();
            found.insert(name, fs::read_to_string(&path)?);
        }
    }
    Ok(())
}
