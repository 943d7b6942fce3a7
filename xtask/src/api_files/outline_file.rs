//! Writes and compares the outlines in `generated/outlines/`, which `cargo xtask codegen` writes for review.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use apiarist::files::{Comparison, Difference};

use crate::{Failure, failed};

/// The folder of the outlines, relative to the workspace.
const FOLDER: &str = "generated/outlines";

/// The extension of an outline.
const EXTENSION: &str = ".md";

/// Returns the path of an API's outline, relative to the workspace.
pub fn path(api: &str) -> PathBuf {
    Path::new(FOLDER).join(format!("{api}{EXTENSION}"))
}

/// Returns the text of an outline's file.
pub fn text(api: &str, outline: &str) -> String {
    let outline = outline.trim_end();
    format!(
        "# {api}\n\nThe signatures of the client's public items. Written by `cargo xtask codegen`.\n\n\
         ```rust\n{outline}\n```\n"
    )
}

/// Reads the outline of an API, or returns `None` if it has none.
pub fn read(root: &Path, api: &str) -> Option<String> {
    fs::read_to_string(root.join(path(api))).ok()
}

/// Returns the APIs that have an outline, sorted.
pub fn apis(root: &Path) -> Vec<String> {
    let entries = fs::read_dir(root.join(FOLDER)).into_iter().flatten().filter_map(Result::ok);
    let names = entries.filter_map(|entry| entry.file_name().to_str().map(str::to_owned));
    let is_outline = |name: &String| !name.starts_with('.');
    let mut apis: Vec<String> =
        names.filter(is_outline).filter_map(|name| Some(name.strip_suffix(EXTENSION)?.to_owned())).collect();
    apis.sort();
    apis
}

/// Compares the outlines of APIs with those in the workspace.
pub fn compare(root: &Path, outlines: &BTreeMap<String, String>) -> Result<Comparison, Failure> {
    let mut comparison = Comparison::default();
    for (api, outline) in outlines {
        let (path, new) = (path(api), text(api, outline));
        let old = match fs::read_to_string(root.join(&path)) {
            Ok(old) => Some(old),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(failed(&path, &error)),
        };
        if old.as_ref() != Some(&new) {
            comparison.differences.insert(path, Difference { old, new: Some(new) });
        }
    }
    Ok(comparison)
}
