//! `consumes` and `produces`: the media types of all bodies of an operation.

use crate::model::node::Object;
use crate::model::reader::Reader;
use crate::source::Pointer;

/// What bodies are made of where the document does not say (Swagger 2.0 leaves it open).
pub(super) const DEFAULT: &str = "application/json";

impl<'d> Reader<'d, '_> {
    /// The media types that an operation lists, or else the document, and where each stands.
    pub(super) fn media_types(&mut self, object: &Object<'d>, key: &str) -> Vec<(&'d str, Pointer)> {
        let names = match self.root().as_object() {
            Some(document) if object.member(key).is_none() => self.names(&document, key),
            _ => self.names(object, key),
        };
        names.into_iter().map(|(name, at)| (self.media_type_name(name, &at), at)).collect()
    }
}
