//! The document that one page describes, with the lines of the page.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::block::METHODS;
use crate::diagnostics::Excerpt;
use crate::source::{Document, Pointer};

/// The contribution of one page, as an OpenAPI document.
#[derive(Debug)]
pub(super) struct Piece {
    /// The document, without the parts that the page lacks, such as `info`.
    pub tree: Map<String, Value>,
    /// The document that pointers into the components refer to, if the page has one.
    pub document: Option<Arc<Document>>,
    /// Whether the document is complete. Pages of other forms lack information that they do not state.
    pub is_whole: bool,
    /// The line of the page that names the operation.
    pub at: Excerpt,
}

impl Piece {
    /// Returns the line of a location, or the line of the operation if it is unknown.
    pub fn excerpt(&self, pointer: &Pointer) -> Excerpt {
        let document = self.document.as_deref();
        let location = document.and_then(|document| document.locate(pointer)).filter(|location| location.is_exact);
        let found = location.zip(document).map(|(location, document)| {
            let file = document.file(location.file);
            Excerpt::new(file.path(), file.text(), &location.focus)
        });
        found.unwrap_or_else(|| self.at.clone())
    }
}

/// Returns the operations of `paths` and `webhooks` for modification.
pub(super) fn operations_mut(tree: &mut Map<String, Value>) -> impl Iterator<Item = &mut Map<String, Value>> {
    let roots = tree.iter_mut().filter(|(key, _)| ["paths", "webhooks"].contains(&key.as_str()));
    let items = roots.filter_map(|(_, items)| items.as_object_mut()).flat_map(|items| items.values_mut());
    items.filter_map(Value::as_object_mut).flat_map(operations_of)
}

/// Returns the operations of one path for modification.
pub(super) fn operations_of(item: &mut Map<String, Value>) -> impl Iterator<Item = &mut Map<String, Value>> {
    let operations = item.iter_mut().filter(|(key, _)| is_method(key));
    operations.filter_map(|(_, operation)| operation.as_object_mut())
}

/// Returns `true` if a key of a path item is an operation (`query` is one since OpenAPI 3.2).
pub(super) fn is_method(key: &str) -> bool {
    METHODS.contains(&key) || key == "query"
}
