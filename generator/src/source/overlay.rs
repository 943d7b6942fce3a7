//! Overlays: changes to a document that stand in a file of their own (Overlay Specification 1.0 and 1.1).

use std::cmp::Ordering;
use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path as FilePath, PathBuf};

use serde_json::{Map, Value};
use serde_json_path::{JsonPath, LocatedNode, PathElement};

use super::document::LoadedFile;
use super::error::SourceFaultKind;
use super::patch::{Origins, PatchedTree, Path};
use super::{FileId, Pointer, SourceError, SourceErrorKind, SourceFault, SourceFile};

/// The name of the folder beside a document in which its overlays stand.
const FOLDER: &str = "overlays";

/// The overlays that stand in the folder `overlays` beside a document, in the order of their names.
///
/// # Errors
/// There is such a folder, but it cannot be read.
pub fn overlays_beside(document: &FilePath) -> Result<Vec<PathBuf>, SourceError> {
    let folder = document.with_file_name(FOLDER);
    let failed = |error: io::Error| {
        SourceError::of_file(SourceErrorKind::Unreadable, &folder, format!("the folder cannot be read: {error}"))
    };
    let entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failed(error)),
    };
    let paths: io::Result<Vec<PathBuf>> = entries.map(|entry| Ok(entry?.path())).collect();
    let mut paths = paths.map_err(failed)?;
    paths.retain(|path| path.extension().is_some_and(|it| ["yaml", "yml", "json"].iter().any(|known| it == *known)));
    paths.sort();
    Ok(paths)
}

/// Reads an overlay and applies its actions, one after the other. Gives the overlay as a file of the document; an action
/// that matches nothing is a fault of it.
pub(super) fn apply(
    path: &FilePath,
    id: FileId,
    tree: &mut Value,
    origins: &mut Origins,
) -> Result<LoadedFile, SourceError> {
    let mut source = SourceFile::read(path, path)?;
    let Some(read) = source.tree(id)? else {
        return Err(SourceError::of_file(SourceErrorKind::Empty, path, "the overlay is empty"));
    };
    let mut file = LoadedFile::new(source, read);
    let root = Pointer::root_of(id);
    let overlay = Overlay { source: &file.source };
    let mut unmatched = Vec::new();
    let mut patched = PatchedTree { tree, origins };
    for (index, action) in overlay.actions(&file.tree, &root)?.iter().enumerate() {
        let at = root.join("actions").index(index);
        if !overlay.act(&mut patched, action, &at)? {
            let target = action.get("target").and_then(Value::as_str).unwrap_or_default().to_owned();
            let pointer = at.join("target");
            unmatched.push(SourceFault { kind: SourceFaultKind::UnmatchedAction(target), pointer });
        }
    }
    file.faults.extend(unmatched);
    Ok(file)
}

/// An overlay that is being applied.
struct Overlay<'f> {
    source: &'f SourceFile,
}

impl Overlay<'_> {
    /// The list of actions of an overlay of a version that is known.
    fn actions<'t>(&self, tree: &'t Value, root: &Pointer) -> Result<&'t [Value], SourceError> {
        let version = match tree.get("overlay") {
            Some(Value::String(text)) => text.clone(),
            Some(other) => other.to_string(),
            None => return Err(self.error(root, "an overlay begins with a line such as `overlay: 1.1.0`")),
        };
        if !["1.0", "1.1"].iter().any(|known| version == *known || version.starts_with(&format!("{known}."))) {
            let message = format!("version `{version}` of the Overlay Specification is not known; 1.0 and 1.1 are");
            return Err(self.error(&root.join("overlay"), message));
        }
        match tree.get("actions") {
            Some(Value::Array(actions)) => Ok(actions),
            _ => Err(self.error(&root.join("actions"), "an overlay has a list of `actions`")),
        }
    }

    /// Does what an action says with every node that its target selects. Tells whether there was any.
    fn act(&self, patched: &mut PatchedTree<'_>, action: &Value, at: &Pointer) -> Result<bool, SourceError> {
        let Value::Object(members) = action else {
            return Err(self.error(at, "an action is an object with a `target`"));
        };
        let mut targets = self.select(patched.tree, members, "target", at)?;
        match members.get("remove") {
            Some(Value::Bool(true)) => {
                // From the end, so that no removal moves what is still to be removed.
                targets.sort_by(|one, other| in_document_order(other, one));
                targets.iter().for_each(|target| patched.remove(target));
                return Ok(!targets.is_empty());
            }
            Some(Value::Bool(false)) | None => {}
            Some(_) => return Err(self.error(&at.join("remove"), "`remove` is `true` or `false`")),
        }
        let (value, origin) = match (members.get("update"), members.contains_key("copy")) {
            (Some(update), _) => (update.clone(), at.join("update")),
            (None, true) => {
                let sources = self.select(patched.tree, members, "copy", at)?;
                let [source] = sources.as_slice() else {
                    let message = format!("`copy` selects one node, but this selects {}", sources.len());
                    return Err(self.error(&at.join("copy"), message));
                };
                match patched.node(source) {
                    Some(copied) => copied,
                    None => return Ok(false),
                }
            }
            (None, false) => return Err(self.error(at, "an action has `update`, `remove: true` or `copy`")),
        };
        for target in &targets {
            patched.update(target, &value, &origin).map_err(|why| self.error(at, why))?;
        }
        Ok(!targets.is_empty())
    }

    /// The nodes that the JSONPath (RFC 9535) in a member of an action selects, in document order.
    fn select(
        &self,
        tree: &Value,
        action: &Map<String, Value>,
        key: &str,
        at: &Pointer,
    ) -> Result<Vec<Path>, SourceError> {
        let Some(Value::String(text)) = action.get(key) else {
            return Err(self.error(at, format!("`{key}` is a JSONPath, such as `$.info`")));
        };
        let query = JsonPath::parse(text)
            .map_err(|error| self.error(&at.join(key), format!("this is no JSONPath: {}", error.message())))?;
        let mut paths: Vec<Path> = query.query_located(tree).iter().map(path_of).collect();
        // One node may be selected in several ways.
        let mut seen = HashSet::new();
        paths.retain(|path| seen.insert(path.clone()));
        Ok(paths)
    }

    fn error(&self, at: &Pointer, message: impl Into<String>) -> SourceError {
        let span =
            self.source.spans().find(&at.tokens()).map(|found| self.source.bytes(&found.key.unwrap_or(found.value)));
        SourceError::at(SourceErrorKind::InvalidOverlay, self.source.clone(), span.unwrap_or(0..1), message)
    }
}

/// Compares two paths step by step; elements of lists by their places.
fn in_document_order(one: &Path, other: &Path) -> Ordering {
    let steps = one.iter().zip(other).map(|(one, other)| match (one.parse::<usize>(), other.parse::<usize>()) {
        (Ok(one), Ok(other)) => one.cmp(&other),
        _ => one.cmp(other),
    });
    steps.fold(Ordering::Equal, Ordering::then).then(one.len().cmp(&other.len()))
}

fn path_of(node: &LocatedNode<'_>) -> Path {
    let step = |element: &PathElement<'_>| match element {
        PathElement::Name(name) => (*name).to_owned(),
        PathElement::Index(index) => index.to_string(),
    };
    node.location().iter().map(step).collect()
}
