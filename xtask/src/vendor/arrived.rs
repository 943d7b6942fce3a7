//! What came from a source: a document, and the files that it refers to.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use apiarist::settings::Origin;
use apiarist::source::{Document, FileId};

use super::fetch::{Limits, Validators, fetch};
use super::source_lock::{SourceLock, sha256};

/// The names of a document in a folder, best first.
const NAMES: [&str; 6] = ["openapi.yaml", "openapi.yml", "openapi.json", "swagger.yaml", "swagger.yml", "swagger.json"];

/// What came from a source, byte for byte.
#[derive(Debug)]
pub struct Arrived {
    /// The file name that the document has there; for addresses the last part of the path.
    pub name: String,
    /// The document.
    pub document: Vec<u8>,
    /// The files that it refers to, by their paths beside it.
    pub others: BTreeMap<PathBuf, Vec<u8>>,
    /// What tells this version of it from others.
    pub validators: Validators,
}

/// Whether this names something on the network.
pub fn is_url(from: &str) -> bool {
    from.contains("://")
}

/// Takes the document from its source; nothing when it is the one that stands `here`, for which the lock speaks.
/// Paths are relative to `folder`.
///
/// # Errors
/// It cannot be had; says why, and what to do.
pub fn arrive(
    origin: &Origin,
    folder: &Path,
    lock: Option<&SourceLock>,
    here: Option<&[u8]>,
    limits: &Limits,
) -> Result<Option<Arrived>, String> {
    match origin {
        Origin::Url(url) => {
            // What was changed by hand is asked for as if it had never come.
            let known = lock.filter(|lock| lock.from == *url && here.is_some_and(|here| sha256(here) == lock.sha256));
            let known = known.map(SourceLock::validators).unwrap_or_default();
            let path = url.split(['?', '#']).next().unwrap_or_default();
            let name = path.rsplit('/').next().unwrap_or_default().to_owned();
            let arrived = fetch(url, &known, limits)?;
            Ok(arrived.map(|fetched| Arrived {
                name,
                document: fetched.document,
                others: BTreeMap::new(),
                validators: fetched.validators,
            }))
        }
        Origin::File(path) => read(&folder.join(path)).map(Some),
    }
}

/// Reads a document from a file, or with all that it refers to from a folder.
fn read(path: &Path) -> Result<Arrived, String> {
    let failed = |path: &Path, error: &std::io::Error| format!("{}: {error}; look at the path", path.display());
    let mut others = BTreeMap::new();
    let path = if path.is_dir() {
        let folder = &fs::canonicalize(path).map_err(|error| failed(path, &error))?;
        let document = document_of(folder)?;
        let read = Document::read_within(&document, folder).map_err(|error| error.to_string())?;
        for number in (1..).take(read.file_count() - 1) {
            let other = read.file(FileId(number)).path().to_owned();
            let inside = other.strip_prefix(folder).map_err(|_| format!("{} is not below it", other.display()))?;
            others.insert(inside.to_owned(), fs::read(&other).map_err(|error| failed(&other, &error))?);
        }
        document
    } else {
        path.to_owned()
    };
    let document = fs::read(&path).map_err(|error| failed(&path, &error))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(Arrived { name, document, others, validators: Validators::default() })
}

/// The document of a folder: the one with a name that says so, or else the only one there.
fn document_of(folder: &Path) -> Result<PathBuf, String> {
    if let Some(path) = NAMES.iter().map(|name| folder.join(name)).find(|path| path.is_file()) {
        return Ok(path);
    }
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let is_candidate = |path: &PathBuf| {
        path.extension()
            .and_then(|ending| ending.to_str())
            .is_some_and(|ending| ["yaml", "yml", "json"].contains(&ending))
    };
    let mut found = entries.filter_map(Result::ok).map(|entry| entry.path()).filter(is_candidate);
    match (found.next(), found.next()) {
        (Some(path), None) => Ok(path),
        _ => Err(format!(
            "{}: it is not clear which file is the document; call it openapi.yaml or openapi.json",
            folder.display()
        )),
    }
}
