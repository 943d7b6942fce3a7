//! The path of the document that a page references.

use std::fs;
use std::path::{Path, PathBuf};

use crate::import::page::Page;

/// The file names that are searched in each folder when a page names no document.
const USUAL: [&str; 9] = [
    "openapi.json",
    "openapi.yaml",
    "openapi.yml",
    "api-reference/openapi.json",
    "api-reference/openapi.yaml",
    "api-reference/openapi.yml",
    "openapi/openapi.json",
    "openapi/openapi.yaml",
    "openapi/openapi.yml",
];

/// Returns the path of the document that a page names, or of the default document. It is searched in the folder of the
/// page and in those above, up to the root of the page.
pub(super) fn find(page: &Page, name: &str) -> Result<PathBuf, String> {
    if name.contains("://") {
        return Err(format!(
            "cannot resolve `{name}`: references to URLs are not fetched; copy the document to the folder of the pages, and refer to the copy"
        ));
    }
    let root = fs::canonicalize(page.root()).map_err(|error| format!("`{}`: {error}", page.root().display()))?;
    let parent = page.path().parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let start = fs::canonicalize(parent).map_err(|error| format!("`{}`: {error}", parent.display()))?;
    let relative = name.trim_start_matches('/');
    let names: Vec<&str> = if relative.is_empty() { USUAL.to_vec() } else { vec![relative] };
    for folder in start.ancestors().take_while(|folder| folder.starts_with(&root)) {
        let found = names.iter().filter_map(|name| fs::canonicalize(folder.join(name)).ok());
        if let Some(found) = found.into_iter().find(|path| path.is_file() && path.starts_with(&root)) {
            // The path is shown relative to the root that the caller passed.
            let below = found.strip_prefix(&root).map(|below| page.root().join(below));
            return Ok(below.unwrap_or(found));
        }
    }
    let shown = page.root().display();
    Err(match relative {
        "" => {
            format!(
                "the page does not name a document, and neither its folder nor any parent up to `{shown}` contains `openapi.json` or `openapi.yaml`"
            )
        }
        relative => format!("cannot find `{relative}` in the folder of the page or any parent up to `{shown}`"),
    })
}
