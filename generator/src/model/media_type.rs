//! Request bodies and the media types of requests and responses.

use serde_json::{Map, Value};

use super::reader::Reader;
use super::{Schema, Text};
use crate::diagnostics::Code;
use crate::source::Pointer;

/// One entry of `content`.
#[derive(Clone, Debug)]
pub struct MediaType<'d> {
    /// Where it stands.
    pub origin: Pointer,
    /// Its name as the document spells it, such as `application/json; charset=utf-8`.
    pub name: &'d str,
    /// `schema`.
    pub schema: Option<Schema<'d>>,
    /// `itemSchema`: the schema of each item of a stream (OpenAPI 3.2).
    pub item_schema: Option<Schema<'d>>,
}

impl MediaType<'_> {
    /// The type and subtype in lower case, without parameters (RFC 9110 section 8.3.1).
    pub fn essence(&self) -> String {
        self.name.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
    }
}

/// A request body.
#[derive(Clone, Debug)]
pub struct RequestBody<'d> {
    /// Where it stands.
    pub origin: Pointer,
    /// `required`.
    pub required: bool,
    /// `description`.
    pub description: Option<Text<'d>>,
    /// `content`.
    pub content: Vec<MediaType<'d>>,
}

impl<'d> Reader<'d, '_> {
    /// Reads `content`.
    pub(super) fn content(&mut self, members: &'d Map<String, Value>, at: &Pointer) -> Vec<MediaType<'d>> {
        let mut content = Vec::new();
        for (name, node) in self.map(members, at, "content") {
            let Some(node) = self.follow(node, Code::UnresolvedReference) else { continue };
            let members = self.object(&node);
            let mut schema = |key| {
                let node = members.and_then(|members| self.member(members, &node.pointer, key));
                node.map(|node| self.schema(&node))
            };
            let (schema, item_schema) = (schema("schema"), schema("itemSchema"));
            content.push(MediaType { origin: node.pointer, name, schema, item_schema });
        }
        content
    }

    /// Reads `requestBody`.
    pub(super) fn request_body(&mut self, members: &'d Map<String, Value>, at: &Pointer) -> Option<RequestBody<'d>> {
        let node = self.member(members, at, "requestBody")?;
        let node = self.follow(node, Code::UnresolvedReference)?;
        let members = self.object(&node)?;
        Some(RequestBody {
            required: self.boolean(members, &node.pointer, "required").unwrap_or(false),
            description: self.text(members, &node.pointer, "description"),
            content: self.content(members, &node.pointer),
            origin: node.pointer,
        })
    }
}
