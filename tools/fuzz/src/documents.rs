//! Reads the documents that are mutated.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use apiarist::source::Document;
use serde_json::Value;

/// A document to mutate, with its path.
pub type Source = (PathBuf, Value);

/// The maximum size of a document in bytes. Many changes to a small document find more faults than a few changes to a
/// large one.
const LARGEST: u64 = 300_000;

/// Reads all documents below a folder, sorted by path.
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

/// Reads a file, or returns `None` if it is not an OpenAPI document.
fn document(path: &Path) -> Option<Value> {
    let document = Document::parse(&path.to_string_lossy(), fs::read_to_string(path).ok()?).ok()?;
    let root = document.root();
    (root.get("openapi").is_some() || root.get("swagger").is_some()).then(|| root.clone())
}
