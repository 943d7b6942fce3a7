//! Acquires a document from its source: a file, a folder, a URL, or documentation pages.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use apiarist::import::{Page, import};
use apiarist::settings::Origin;
use apiarist::source::{Document, FileId, Format, read_file};

use super::fetch::{Limits, Validators, fetch};
use super::source_lock::{SourceLock, sha256};
use crate::print_diagnostics;

/// The file names of a document in a folder, in order of preference.
const NAMES: [&str; 6] = ["openapi.yaml", "openapi.yml", "openapi.json", "swagger.yaml", "swagger.yml", "swagger.json"];

/// A document as acquired from its source.
#[derive(Debug)]
pub struct Acquired {
    /// The document: byte for byte as in the source, or as imported from pages.
    pub document: Vec<u8>,
    /// The files that the document references, by path relative to it.
    pub others: BTreeMap<PathBuf, Vec<u8>>,
    /// The validators of this version of the document.
    pub validators: Validators,
}

/// Returns `true` if the text is a URL.
pub fn is_url(from: &str) -> bool {
    from.contains("://")
}

/// Returns the origin that `--from` names.
pub fn origin_of(from: &str) -> Origin {
    if is_url(from) { Origin::Url(from.to_owned()) } else { Origin::File(from.to_owned()) }
}

/// The context of an acquisition: the base folder and the existing document.
#[derive(Debug)]
pub struct Target<'a> {
    /// The folder that relative paths are resolved against.
    pub folder: &'a Path,
    /// The lock of the existing document.
    pub lock: Option<&'a SourceLock>,
    /// The existing document.
    pub existing: Option<&'a [u8]>,
    /// The format of a document that is imported from pages.
    pub format: Format,
}

/// Acquires the document from its source. Returns `None` if the server reports that it has not changed.
///
/// # Errors
/// Returns an error if the document cannot be acquired. The message has the reason and a fix.
pub fn acquire(origin: &Origin, target: &Target<'_>, limits: &Limits) -> Result<Option<Acquired>, String> {
    match origin {
        Origin::Url(url) => {
            // A document edited by hand is requested unconditionally, so that the edit is overwritten.
            let is_here = |lock: &&SourceLock| target.existing.is_some_and(|here| sha256(here) == lock.sha256);
            let known = target.lock.filter(|lock| lock.from == *url).filter(is_here);
            let known = known.map(SourceLock::validators).unwrap_or_default();
            Ok(fetch(url, &known, limits)?.map(|fetched| Acquired {
                document: fetched.document,
                others: BTreeMap::new(),
                validators: fetched.validators,
            }))
        }
        Origin::File(path) => read(&target.folder.join(path), target.format).map(Some),
        Origin::Pages(from) => {
            let mut pages = Vec::new();
            for from in from {
                if is_url(from) {
                    pages.push(fetched_page(from, limits)?);
                } else {
                    pages.extend(pages_of(&target.folder.join(from))?);
                }
            }
            imported(&pages, target.format).map(Some)
        }
    }
}

fn failed(path: &Path, error: &std::io::Error) -> String {
    format!("cannot read {}: {error}", path.display())
}

/// Reads a document from a file, or with its referenced files from a folder, or imports it from pages.
fn read(path: &Path, format: Format) -> Result<Acquired, String> {
    if is_page(path) {
        return imported(&pages_of(path)?, format);
    }
    let mut others = BTreeMap::new();
    let path = if path.is_dir() {
        let folder = &fs::canonicalize(path).map_err(|error| failed(path, &error))?;
        let Some(document) = document_of(folder)? else { return imported(&pages_of(folder)?, format) };
        let read = Document::read_within(&document, folder).map_err(|error| error.to_string())?;
        for number in (1..).take(read.file_count() - 1) {
            let other = read.file(FileId(number)).path().to_owned();
            let inside = other
                .strip_prefix(folder)
                .map_err(|_| format!("the referenced file {} is outside the folder", other.display()))?;
            others.insert(inside.to_owned(), read_file(&other).map_err(|error| failed(&other, &error))?);
        }
        document
    } else {
        path.to_owned()
    };
    let document = read_file(&path).map_err(|error| failed(&path, &error))?;
    Ok(Acquired { document, others, validators: Validators::default() })
}

fn is_page(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|extension| ["md", "mdx"].contains(&extension))
}

/// Fetches a documentation page. Its address serves as its path.
fn fetched_page(url: &str, limits: &Limits) -> Result<Page, String> {
    let fetched = fetch(url, &Validators::default(), limits).map_err(|message| format!("{url}: {message}"))?;
    let text = fetched.and_then(|fetched| String::from_utf8(fetched.document).ok());
    let text =
        text.ok_or_else(|| format!("{url}: the page is not valid UTF-8\nhelp: save it as UTF-8, and use the file"))?;
    Ok(Page::new(url, text))
}

/// Returns the page of a file, or all pages of a folder.
fn pages_of(path: &Path) -> Result<Vec<Page>, String> {
    if !path.is_dir() {
        let root = path.parent().unwrap_or(path);
        return Ok(vec![Page::read(path, root).map_err(|error| failed(path, &error))?]);
    }
    let paths = Page::paths_in(path).map_err(|error| failed(path, &error))?;
    paths.iter().map(|page| Page::read(page, path).map_err(|error| failed(page, &error))).collect()
}

/// Imports a document from pages. Missing information is printed as diagnostics.
fn imported(pages: &[Page], format: Format) -> Result<Acquired, String> {
    let (text, diagnostics) = import(pages, format);
    print_diagnostics(None, &diagnostics);
    match text.filter(|_| !diagnostics.has_errors()) {
        Some(text) => {
            Ok(Acquired { document: text.into_bytes(), others: BTreeMap::new(), validators: Validators::default() })
        }
        None => Err("cannot import the pages\nhelp: use pages that describe operations".to_owned()),
    }
}

/// Returns the document of a folder: the one with a well-known name, or else the only one; `None` for a folder of
/// pages.
fn document_of(folder: &Path) -> Result<Option<PathBuf>, String> {
    if let Some(path) = NAMES.iter().map(|name| folder.join(name)).find(|path| path.is_file()) {
        return Ok(Some(path));
    }
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let is_candidate = |path: &PathBuf| {
        path.extension()
            .and_then(|extension| extension.to_str())
            .is_some_and(|extension| ["yaml", "yml", "json"].contains(&extension))
    };
    let mut found = entries.filter_map(Result::ok).map(|entry| entry.path()).filter(is_candidate);
    match (found.next(), found.next()) {
        (Some(path), None) => Ok(Some(path)),
        (None, _) => Ok(None),
        _ => Err(format!(
            "{}: cannot determine which file is the document\nhelp: rename it to openapi.yaml or openapi.json",
            folder.display()
        )),
    }
}
