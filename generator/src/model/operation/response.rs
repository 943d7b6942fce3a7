//! Responses.

use serde_json::Value;

use crate::diagnostics::Code;
use crate::model::node::{Node, Object};
use crate::model::reader::Reader;
use crate::model::{Header, MediaType, Text, Version};
use crate::source::Pointer;

/// One entry of `responses`.
#[derive(Clone, Debug)]
pub struct Response<'d> {
    /// Its location.
    pub origin: Pointer,
    /// Its key: a status, a class such as `5XX`, or `default`.
    pub status: &'d str,
    /// `description`.
    pub description: Option<Text<'d>>,
    /// `headers`.
    pub headers: Vec<Header<'d>>,
    /// `content`.
    pub content: Vec<MediaType<'d>>,
}

impl<'d> Reader<'d, '_> {
    /// Reads `responses`; `object` is the operation.
    pub(in crate::model) fn responses(&mut self, object: &Object<'d>) -> Vec<Response<'d>> {
        let responses = self.map(object, "responses").into_iter();
        let responses = responses.filter(|(status, _)| !status.starts_with("x-"));
        responses.filter_map(|(status, node)| self.response(status, node, object)).collect()
    }

    fn response(&mut self, status: &'d str, node: Node<'d>, operation: &Object<'d>) -> Option<Response<'d>> {
        let node = self.follow(node, Code::UnresolvedReference)?;
        let empty = |description| Response {
            origin: node.pointer.clone(),
            status,
            description,
            headers: Vec::new(),
            content: Vec::new(),
        };
        let object = match node.value {
            Value::Null => return Some(empty(None)),
            Value::String(text) => {
                let message =
                    format!("the response `{status}` must be an object; the string is read as its description");
                self.misshapen(&node.pointer, message);
                return Some(empty(Some(text.into())));
            }
            _ => &self.object(&node)?,
        };
        Some(Response {
            status,
            description: self.text(object, "description"),
            headers: self.headers(object),
            content: match object.member("schema") {
                Some(schema) if !object.has("content") => {
                    if self.version != Version::V2_0 {
                        let message =
                            format!("the response `{status}` has `schema` as in Swagger 2.0; it is read that way");
                        self.diagnostics.report(Code::VersionMismatch, &schema.pointer, message);
                    }
                    self.produced(&schema, operation)
                }
                None if !object.has("content") => self.produced_without_schema(status, operation),
                _ => self.content(object),
            },
            origin: node.pointer,
        })
    }
}
