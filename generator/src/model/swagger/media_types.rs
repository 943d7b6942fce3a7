//! `consumes` and `produces`: the media types of all bodies of an operation.

use crate::model::node::Object;
use crate::model::reader::Reader;
use crate::source::Pointer;

/// The default media types of bodies (Swagger 2.0 does not define any).
pub(super) const DEFAULT: &str = "application/json";

impl<'d> Reader<'d, '_> {
    /// Returns the media types of an operation, or else of the document, with their locations.
    pub(super) fn media_types(&mut self, object: &Object<'d>, key: &str) -> Vec<(&'d str, Pointer)> {
        let names = match self.root().as_object() {
            Some(document) if object.member(key).is_none() => self.names(&document, key),
            _ => self.names(object, key),
        };
        names.into_iter().map(|(name, at)| (self.media_type_name(name, &at), at)).collect()
    }
}
