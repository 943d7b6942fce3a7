//! How members of forms are written.

use indexmap::IndexMap;
use serde_json::{Map, Value};

use super::reader::Reader;
use crate::source::Pointer;

/// One entry of `encoding`.
#[derive(Clone, Debug)]
pub struct Encoding<'d> {
    /// Where it stands.
    pub origin: Pointer,
    /// `contentType`.
    pub content_type: Option<&'d str>,
    /// `style`.
    pub style: Option<&'d str>,
    /// `explode`.
    pub explode: Option<bool>,
    /// The names of `headers` and where they stand, but for those that each part has anyway.
    pub headers: Vec<(&'d str, Pointer)>,
}

impl<'d> Reader<'d, '_> {
    /// Reads `encoding`.
    pub(super) fn encoding(
        &mut self,
        members: &'d Map<String, Value>,
        at: &Pointer,
    ) -> IndexMap<&'d str, Encoding<'d>> {
        let mut encoding = IndexMap::new();
        for (name, node) in self.map(members, at, "encoding") {
            let Some(members) = self.object(&node) else { continue };
            let content_type = self.string(members, &node.pointer, "contentType");
            let style = self.string(members, &node.pointer, "style");
            let explode = self.boolean(members, &node.pointer, "explode");
            let is_sent = |name: &str| ["content-type", "content-disposition"].contains(&&*name.to_ascii_lowercase());
            let headers = self.map(members, &node.pointer, "headers").into_iter();
            let headers = headers.filter(|(name, _)| !is_sent(name)).map(|(name, header)| (name, header.pointer));
            let headers = headers.collect();
            encoding.insert(name, Encoding { origin: node.pointer, content_type, style, explode, headers });
        }
        encoding
    }
}
