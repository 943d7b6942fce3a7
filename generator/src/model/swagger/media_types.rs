//! `consumes` and `produces`: the media types of all bodies of an operation.

use serde_json::{Map, Value};

use crate::model::reader::Reader;
use crate::source::Pointer;

/// What bodies are made of where the document does not say (Swagger 2.0 leaves it open).
pub(super) const DEFAULT: &str = "application/json";

impl<'d> Reader<'d, '_> {
    /// The media types that an operation lists, or else the document, and where each stands.
    pub(super) fn media_types(
        &mut self,
        members: &'d Map<String, Value>,
        at: &Pointer,
        key: &str,
    ) -> Vec<(&'d str, Pointer)> {
        let root = self.root();
        let names = match root.value {
            Value::Object(document) if self.member(members, at, key).is_none() => {
                self.names(document, &root.pointer, key)
            }
            _ => self.names(members, at, key),
        };
        names.into_iter().map(|(name, at)| (self.media_type_name(name, &at), at)).collect()
    }
}
