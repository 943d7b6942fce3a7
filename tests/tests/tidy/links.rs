//! Checks that the links of the documentation point to existing files and headings.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use apiarist_test_support::markdown::{Page, root};

/// Returns the broken links of these pages.
pub(crate) fn broken_links(pages: &[Page]) -> Vec<String> {
    let anchors: BTreeMap<&str, Vec<String>> = pages.iter().map(|page| (page.path.as_str(), page.anchors())).collect();
    let mut broken = Vec::new();
    for page in pages {
        for link in page.links() {
            if ["http://", "https://", "mailto:"].iter().any(|scheme| link.target.starts_with(scheme)) {
                continue;
            }
            let (file, anchor) = link.target.split_once('#').unwrap_or((&link.target, ""));
            let path = if file.is_empty() { page.path.clone() } else { resolve(&page.path, file) };
            let fault = if !root().join(&path).exists() {
                format!("`{path}` does not exist")
            } else if anchor.is_empty()
                || anchors.get(path.as_str()).is_none_or(|all| all.iter().any(|it| it == anchor))
            {
                continue;
            } else {
                format!("`{path}` has no heading `#{anchor}`")
            };
            broken.push(format!("{}:{}: {fault}", page.path, link.line));
        }
    }
    broken
}

/// Returns the path of a link's target relative to the workspace.
fn resolve(page: &str, target: &str) -> String {
    let mut path = PathBuf::new();
    for component in Path::new(page).parent().unwrap_or(Path::new("")).join(target).components() {
        match component {
            Component::ParentDir => drop(path.pop()),
            component => path.push(component),
        }
    }
    path.to_string_lossy().replace('\\', "/")
}
