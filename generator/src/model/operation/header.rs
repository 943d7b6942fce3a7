//! Headers of responses.

use super::parameter::HEADER_PREFIX;
use crate::diagnostics::Code;
use crate::model::node::Object;
use crate::model::reader::Reader;
use crate::model::swagger::describes_itself;
use crate::model::{MediaType, Schema, Text, is_token};
use crate::source::Pointer;

/// One entry of `headers`.
#[derive(Clone, Debug)]
pub struct Header<'d> {
    /// Its location.
    pub origin: Pointer,
    /// Its key.
    pub name: &'d str,
    /// `x-ms-header-collection-prefix`: the prefix of the header names of a collection.
    pub prefix: Option<&'d str>,
    /// `required`.
    pub required: bool,
    /// The separator of elements that `collectionFormat` states, if it is not a comma (Swagger 2.0).
    pub separator: Option<char>,
    /// `schema`.
    pub schema: Option<Schema<'d>>,
    /// The first media type of `content`, which replaces a schema.
    pub content: Option<MediaType<'d>>,
    /// `description`.
    pub description: Option<Text<'d>>,
    /// `deprecated`.
    pub deprecated: bool,
}

impl<'d> Reader<'d, '_> {
    /// Reads `headers`.
    pub(in crate::model) fn headers(&mut self, object: &Object<'d>) -> Vec<Header<'d>> {
        let mut headers = Vec::new();
        for (name, node) in self.map(object, "headers") {
            let Some(node) = self.follow(node, Code::UnresolvedReference) else { continue };
            let Some(object) = &self.object(&node) else { continue };
            let at = &node.pointer;
            if !is_token(name) {
                let message = format!("`{name}` is not a valid header name; the header is dropped");
                self.diagnostics.report(Code::UnsupportedParameter, at, message);
                continue;
            }
            let schema = match object.member("schema") {
                Some(schema) => Some(self.schema(&schema)),
                None if describes_itself(object) => Some(self.parameter_as_schema(object, "header")),
                None => None,
            };
            let separator = match self.string(object, "collectionFormat") {
                Some("ssv") => Some(' '),
                Some("tsv") => Some('\t'),
                Some("pipes") => Some('|'),
                _ => None,
            };
            let content = self.content(object).into_iter().next();
            headers.push(Header {
                name,
                prefix: self.string(object, HEADER_PREFIX),
                required: self.boolean(object, "required").unwrap_or(false),
                separator,
                schema,
                content,
                description: self.text(object, "description"),
                deprecated: self.boolean(object, "deprecated").unwrap_or(false),
                origin: node.pointer,
            });
        }
        headers
    }
}
