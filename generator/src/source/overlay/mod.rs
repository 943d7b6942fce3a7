//! Overlays: changes to a document in a separate file (Overlay Specification 1.0 and 1.1).

mod json_path;
pub(super) mod patch;

use std::fs;
use std::io;
use std::path::{Path as FilePath, PathBuf};

use serde_json::{Map, Value};

use super::document::LoadedFile;
use super::error::SourceFaultKind;
use super::{FileId, Pointer, SourceError, SourceErrorKind, SourceFault, SourceFile};
use json_path::{Path, Query, QueryError};
use patch::PatchedTree;

/// The name of the folder next to a document that contains its overlays.
const FOLDER: &str = "overlays";

/// Returns the overlays in the folder `overlays` next to a document, sorted by name.
///
/// # Errors
/// Returns an error if the folder exists but cannot be read.
pub fn default_overlays(document: &FilePath) -> Result<Vec<PathBuf>, SourceError> {
    let folder = document.with_file_name(FOLDER);
    let failed = |error: io::Error| {
        SourceError::of_file(SourceErrorKind::Unreadable, &folder, format!("cannot read the folder: {error}"))
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

/// Reads an overlay and applies its actions, one after the other. Returns the overlay as a file of the document; an
/// action without a match is a fault of that file.
///
/// Additions are counted before they are made, so that the tree never exceeds its limits.
pub(super) fn apply(path: &FilePath, id: FileId, patched: &mut PatchedTree<'_>) -> Result<LoadedFile, SourceError> {
    let mut source = SourceFile::read(path, path)?;
    let Some(read) = source.tree(id)? else {
        return Err(SourceError::of_file(SourceErrorKind::Empty, path, "the overlay is empty"));
    };
    let mut file = LoadedFile::new(source, read);
    let root = Pointer::root_of(id);
    let overlay = Overlay { source: &file.source };
    let mut unmatched = Vec::new();
    patched.growth.allow_for(file.source.text().len());
    for (index, action) in overlay.actions(file.tree(), &root)?.iter().enumerate() {
        let at = root.join("actions").index(index);
        if !overlay.act(patched, action, &at)? {
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
    /// Returns the actions of an overlay of a supported version.
    fn actions<'t>(&self, tree: &'t Value, root: &Pointer) -> Result<&'t [Value], SourceError> {
        let version = match tree.get("overlay") {
            Some(Value::String(text)) => text.clone(),
            Some(other) => other.to_string(),
            None => return Err(self.error(root, "an overlay must state its version, such as `overlay: 1.1.0`")),
        };
        if !["1.0", "1.1"].iter().any(|known| version == *known || version.starts_with(&format!("{known}."))) {
            let message = format!("`overlay` must be version 1.0 or 1.1; found `{version}`");
            return Err(self.error(&root.join("overlay"), message));
        }
        match tree.get("actions") {
            Some(Value::Array(actions)) => Ok(actions),
            _ => Err(self.error(&root.join("actions"), "`actions` must be an array")),
        }
    }

    /// Applies an action to every node that its target selects. Returns `true` if the target selects any.
    fn act(&self, patched: &mut PatchedTree<'_>, action: &Value, at: &Pointer) -> Result<bool, SourceError> {
        let Value::Object(members) = action else {
            return Err(self.error(at, "an action must be an object with a `target`"));
        };
        let targets = self.select(patched, members, "target", at)?;
        match members.get("remove") {
            Some(Value::Bool(true)) => {
                patched.remove(&targets);
                return Ok(!targets.is_empty());
            }
            Some(Value::Bool(false)) | None => {}
            Some(_) => return Err(self.error(&at.join("remove"), "`remove` must be a boolean")),
        }
        let (value, origin) = match (members.get("update"), members.contains_key("copy")) {
            (Some(update), _) => (update.clone(), at.join("update")),
            (None, true) => {
                let sources = self.select(patched, members, "copy", at)?;
                let [source] = sources.as_slice() else {
                    let message = format!("`copy` must select one node; found {}", sources.len());
                    return Err(self.error(&at.join("copy"), message));
                };
                match patched.node(source) {
                    Some(copied) => copied,
                    None => return Ok(false),
                }
            }
            (None, false) => return Err(self.error(at, "an action must have `update`, `remove: true` or `copy`")),
        };
        for target in &targets {
            patched.update(target, &value, &origin).map_err(|why| self.error_of(why.kind, at, why.message))?;
        }
        Ok(!targets.is_empty())
    }

    /// Returns the nodes that the JSONPath (RFC 9535) in a property of an action selects, in document order.
    fn select(
        &self,
        patched: &mut PatchedTree<'_>,
        action: &Map<String, Value>,
        key: &str,
        at: &Pointer,
    ) -> Result<Vec<Path>, SourceError> {
        let Some(Value::String(text)) = action.get(key) else {
            return Err(self.error(at, format!("`{key}` must be a JSONPath, such as `$.info`")));
        };
        let selected = Query::parse(text).and_then(|query| query.select(patched.tree, &mut patched.work));
        selected.map_err(|error| match error {
            QueryError::Invalid(reason) => self.error(&at.join(key), format!("invalid JSONPath: {reason}")),
            QueryError::TooCostly(message) => self.error_of(SourceErrorKind::TooLarge, &at.join(key), message),
        })
    }

    fn error(&self, at: &Pointer, message: impl Into<String>) -> SourceError {
        self.error_of(SourceErrorKind::InvalidOverlay, at, message)
    }

    fn error_of(&self, kind: SourceErrorKind, at: &Pointer, message: impl Into<String>) -> SourceError {
        let found = self.source.spans().find(&at.tokens());
        let span = found.map(|found| self.source.bytes(&found.key.unwrap_or(found.value)));
        SourceError::at(kind, self.source.clone(), span.unwrap_or(0..1), message)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use serde_json::{Value, json};
    use tempfile::TempDir;

    use crate::source::{Document, SourceError, SourceErrorKind};

    /// Applies actions to a document that contains `x`.
    fn patched(x: &Value, actions: &[Value]) -> Result<Document, SourceError> {
        let folder = TempDir::new().expect("a folder");
        let (document, overlay) = (folder.path().join("openapi.json"), folder.path().join("overlay.json"));
        fs::write(&document, json!({"openapi": "3.1.0", "x": x}).to_string()).expect("a file");
        let text = json!({"overlay": "1.1.0", "info": {"title": "O", "version": "1"}, "actions": actions});
        fs::write(&overlay, format!("{text:#}")).expect("a file");
        Document::read_patched(&document, folder.path(), &[overlay])
    }

    /// Asserts that an action is rejected, and the location.
    fn assert_refused(x: &Value, actions: &[Value], kind: SourceErrorKind) {
        let error = patched(x, actions).expect_err("a limit is exceeded");
        assert_eq!(error.kind(), kind, "{error}");
        let (file, span) = error.place().expect("it is located");
        assert!(file.path().ends_with("overlay.json"), "{error}");
        assert!(span.start > 1, "{error}");
    }

    /// Returns nested objects.
    fn nested(depth: usize) -> Value {
        (0..depth).fold(json!({"leaf": true}), |inner, _| json!({"in": inner}))
    }

    #[test]
    fn copies_that_double_the_document_are_refused() {
        let x = json!({"a": {"text": "some text of a few bytes"}, "b": {}});
        let doubled = json!({"target": "$.x.b", "copy": "$.x"});
        let again = json!({"target": "$.x.a", "copy": "$.x.b"});
        let actions: Vec<Value> = [doubled, again].into_iter().cycle().take(200).collect();
        assert_refused(&x, &actions, SourceErrorKind::TooLarge);
        let lists: Vec<Value> = vec![json!({"target": "$.x", "copy": "$.x"}); 64];
        assert_refused(&json!([1, 2]), &lists, SourceErrorKind::TooLarge);
    }

    #[test]
    fn an_update_of_many_nodes_is_limited_by_what_it_adds_together() {
        let x = Value::from(vec![json!({}); 20_000]);
        let update = json!({"target": "$.x[*]", "update": {"list": vec!["a text"; 200]}});
        assert_refused(&x, &[update], SourceErrorKind::TooLarge);
        assert!(patched(&x, &[json!({"target": "$.x[*]", "update": {"list": ["a text"]}})]).is_ok());
    }

    #[test]
    fn no_action_nests_deeper_than_a_document_may() {
        let deeper = json!({"target": "$..[?@.leaf]", "update": {"more": nested(100)}});
        assert!(patched(&nested(10), std::slice::from_ref(&deeper)).is_ok());
        assert_refused(&nested(10), &[deeper.clone(), deeper.clone(), deeper], SourceErrorKind::TooDeep);
        let x = json!({"a": {"b": {"list": [], "object": {}}}});
        for target in ["$.x.a.b.list", "$.x.a.b.object"] {
            assert!(patched(&x, &[json!({"target": target, "update": nested(240)})]).is_ok());
            assert_refused(&x, &[json!({"target": target, "update": nested(252)})], SourceErrorKind::TooDeep);
        }
    }

    #[test]
    fn a_query_beyond_the_limits_is_located() {
        let parentheses = format!("$[?{}@.a{}]", "(".repeat(2000), ")".repeat(2000));
        for target in [parentheses.as_str(), "$[?count($..*..*..*..*..*..*..*..*..*..*) > 1]"] {
            assert_refused(&nested(150), &[json!({"target": target, "remove": true})], SourceErrorKind::TooLarge);
        }
        assert_refused(&json!({}), &[json!({"target": "$.x[", "remove": true})], SourceErrorKind::InvalidOverlay);
    }

    #[test]
    fn many_elements_and_members_are_removed_in_one_pass() {
        let list: Vec<Value> = (0..20_000).map(|n| json!({"n": n})).collect();
        let map: serde_json::Map<String, Value> = (0..20_000).map(|n| (format!("k{n}"), json!({"n": n}))).collect();
        let removal = json!({"target": "$.x[*][?@.n < 19990]", "remove": true});
        let document = patched(&json!([list, map]), &[removal]).expect("it is within the limits");
        let left = &document.root()["x"];
        let counts = (left[0].as_array().map(Vec::len), left[1].as_object().map(serde_json::Map::len));
        assert_eq!(counts, (Some(10), Some(10)));
        assert_eq!(left[0][0]["n"], 19_990);
    }

    #[test]
    fn nodes_in_nodes_are_removed_without_moving_each_other() {
        let x = json!([{"gone": 1}, [{"gone": 2, "kept": 1}, {"gone": 3}, {"kept": 2}], {"kept": 3}]);
        let removal = json!({"target": "$..[?@.gone, ?@ < 4 && @ > 0 && @ == 2]", "remove": true});
        let document = patched(&x, &[removal]).expect("it is within the limits");
        assert_eq!(document.root()["x"], json!([[{}], {"kept": 3}]));
    }

    #[test]
    fn a_changed_tree_is_not_released() {
        let mut document =
            patched(&json!({"a": 1}), &[json!({"target": "$.x", "update": {"a": 2}})]).expect("an overlay");
        document.release_trees();
        assert_eq!(document.root()["x"], json!({"a": 2}));
    }
}
