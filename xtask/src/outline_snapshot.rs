//! The outlines in `tests/outlines/`, which `cargo xtask codegen` writes and the test of snapshots compares.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use apiarist::files::{Comparison, Difference};

use crate::{Failure, failed};

/// The folder of the outlines, within the workspace.
const FOLDER: &str = "tests/outlines";

/// The ending of an outline. A test that fails writes `.snap.new` beside it, which is none.
const ENDING: &str = ".snap";

/// The first lines of a snapshot of the crate `insta`.
const HEADER: &str = "---\nsource: tests/tests/snapshots/main.rs\n---\n";

/// Returns where the outline of an API is, within the workspace.
pub fn place(api: &str) -> PathBuf {
    Path::new(FOLDER).join(format!("{api}{ENDING}"))
}

/// Returns the text of the file for an outline.
pub fn text(outline: &str) -> String {
    format!("{HEADER}{}\n", outline.trim_end())
}

/// Returns the APIs that have an outline, in order.
pub fn apis(root: &Path) -> Vec<String> {
    let entries = fs::read_dir(root.join(FOLDER)).into_iter().flatten().filter_map(Result::ok);
    let names = entries.filter_map(|entry| entry.file_name().to_str().map(str::to_owned));
    let is_outline = |name: &String| !name.starts_with('.');
    let mut apis: Vec<String> =
        names.filter(is_outline).filter_map(|name| Some(name.strip_suffix(ENDING)?.to_owned())).collect();
    apis.sort();
    apis
}

/// Compares outlines, by API, with those in the workspace. The header does not count, since `insta` may write another.
pub fn compare(root: &Path, outlines: &BTreeMap<String, String>) -> Result<Comparison, Failure> {
    let mut comparison = Comparison::default();
    for (api, outline) in outlines {
        let (path, new) = (place(api), text(outline));
        let old = match fs::read_to_string(root.join(&path)) {
            Ok(old) => Some(old),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(failed(&path, &error)),
        };
        if old.as_deref().map(body) != Some(body(&new)) {
            comparison.differences.insert(path, Difference { old, new: Some(new) });
        }
    }
    Ok(comparison)
}

/// The text of a snapshot without its header.
fn body(snapshot: &str) -> &str {
    let rest = snapshot.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n"));
    rest.map_or(snapshot, |(_, body)| body).trim_end()
}
