//! What one page says: a document of its own, with the way back to the page.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::block::METHODS;
use crate::diagnostics::Excerpt;
use crate::source::{Document, Pointer};

/// What one page says, as an OpenAPI document.
#[derive(Debug)]
pub(super) struct Piece {
    /// The document. What a page does not say, such as `info`, is missing.
    pub tree: Map<String, Value>,
    /// The text that pointers into the components lead to, where the page has them.
    pub document: Option<Arc<Document>>,
    /// Whether what the document does not say is not so. Pages of other forms leave out what they do not know.
    pub is_whole: bool,
    /// The line of the page that names the operation.
    pub at: Excerpt,
}

impl Piece {
    /// The line in which something stands, or else that of the operation.
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

/// The operations of `paths` and `webhooks`, to be changed.
pub(super) fn operations_mut(tree: &mut Map<String, Value>) -> impl Iterator<Item = &mut Map<String, Value>> {
    let roots = tree.iter_mut().filter(|(key, _)| ["paths", "webhooks"].contains(&key.as_str()));
    let items = roots.filter_map(|(_, items)| items.as_object_mut()).flat_map(|items| items.values_mut());
    items.filter_map(Value::as_object_mut).flat_map(operations_of)
}

/// The operations of one path, to be changed.
pub(super) fn operations_of(item: &mut Map<String, Value>) -> impl Iterator<Item = &mut Map<String, Value>> {
    let operations = item.iter_mut().filter(|(key, _)| is_method(key));
    operations.filter_map(|(_, operation)| operation.as_object_mut())
}

/// Whether a member of a path item is an operation (`query` is one since OpenAPI 3.2).
pub(super) fn is_method(key: &str) -> bool {
    METHODS.contains(&key) || key == "query"
}
