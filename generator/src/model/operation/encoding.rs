//! Encoding of the properties of forms.

use serde_json::Value;

use crate::diagnostics::Code;
use crate::hash::IndexMap;
use crate::model::node::{Node, Object};
use crate::model::reader::Reader;
use crate::source::Pointer;

/// One entry of `encoding`.
#[derive(Clone, Debug)]
pub struct Encoding<'d> {
    /// Its location.
    pub origin: Pointer,
    /// `contentType`.
    pub content_type: Option<&'d str>,
    /// `style`.
    pub style: Option<&'d str>,
    /// `explode`.
    pub explode: Option<bool>,
    /// `headers`, except those that every part has.
    pub headers: Vec<PartHeader<'d>>,
}

/// A header of a part of a form.
#[derive(Clone, Debug)]
pub struct PartHeader<'d> {
    /// Its location.
    pub origin: Pointer,
    /// Its name.
    pub name: &'d str,
    /// The value that is sent unless the caller sets another: its only value, or its default.
    pub value: Option<&'d Value>,
}

impl<'d> Reader<'d, '_> {
    /// Reads `encoding`.
    pub(in crate::model) fn encoding(&mut self, object: &Object<'d>) -> IndexMap<&'d str, Encoding<'d>> {
        let entries = self.map(object, "encoding");
        entries.into_iter().filter_map(|(name, node)| Some((name, self.encoding_entry(node)?))).collect()
    }

    /// Reads `prefixEncoding`, the encodings of the first parts of a body with ordered parts.
    pub(super) fn prefix_encoding(&mut self, object: &Object<'d>) -> Vec<Encoding<'d>> {
        let entries = self.list(object, "prefixEncoding");
        entries.into_iter().filter_map(|node| self.encoding_entry(node)).collect()
    }

    /// Reads `itemEncoding`, the encoding of all other parts of such a body.
    pub(super) fn item_encoding(&mut self, object: &Object<'d>) -> Option<Encoding<'d>> {
        let node = object.member("itemEncoding")?;
        self.encoding_entry(node)
    }

    fn encoding_entry(&mut self, node: Node<'d>) -> Option<Encoding<'d>> {
        let object = &self.object(&node)?;
        let content_type = self.string(object, "contentType");
        let style = self.string(object, "style");
        let explode = self.boolean(object, "explode");
        let is_sent = |name: &str| ["content-type", "content-disposition"].contains(&&*name.to_ascii_lowercase());
        let mut headers = Vec::new();
        for (name, header) in self.map(object, "headers") {
            if !is_sent(name) {
                headers.push(PartHeader { origin: header.pointer.clone(), name, value: self.only_value(header) });
            }
        }
        Some(Encoding { origin: node.pointer, content_type, style, explode, headers })
    }

    /// Returns the only value of a header, or its default.
    fn only_value(&mut self, header: Node<'d>) -> Option<&'d Value> {
        let header = self.follow(header, Code::UnresolvedReference)?;
        let schema = header.as_object()?.member("schema")?;
        let schema = self.follow(schema, Code::UnresolvedReference)?;
        let listed = match schema.value.get("enum").and_then(Value::as_array).map(Vec::as_slice) {
            Some([only]) => Some(only),
            _ => None,
        };
        schema.value.get("const").or(listed).or_else(|| schema.value.get("default"))
    }
}
