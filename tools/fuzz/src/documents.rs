//! The documents that are changed.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use apiarist::source::Document;

use crate::Source;

/// How large a document may be, in bytes: many small changes find more than a few in a giant.
const LARGEST: u64 = 300_000;

/// Reads all documents below a folder, in the order of their paths.
pub fn read(folder: &Path) -> io::Result<Vec<Source>> {
    let mut paths = Vec::new();
    collect(folder, &mut paths)?;
    paths.sort();
    Ok(paths.into_iter().filter_map(|path| Some((path.clone(), document(&path)?))).collect())
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        let is_document = path.extension().is_some_and(|extension| extension == "yaml" || extension == "json");
        if entry.file_type()?.is_dir() {
            collect(&path, paths)?;
        } else if is_document && entry.metadata()?.len() <= LARGEST {
            paths.push(path);
        }
    }
    Ok(())
}

/// Reads a file that is an OpenAPI document.
fn document(path: &Path) -> Option<serde_json::Value> {
    let document = Document::parse(&path.to_string_lossy(), fs::read_to_string(path).ok()?).ok()?;
    let root = document.root();
    (root.get("openapi").is_some() || root.get("swagger").is_some()).then(|| root.clone())
}
