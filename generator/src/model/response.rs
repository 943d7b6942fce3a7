//! Responses.

use serde_json::{Map, Value};

use super::reader::Reader;
use super::{MediaType, Text};
use crate::diagnostics::Code;
use crate::source::Pointer;

/// One entry of `responses`.
#[derive(Clone, Debug)]
pub struct Response<'d> {
    /// Where it stands.
    pub origin: Pointer,
    /// Its key: a status, a class such as `5XX`, or `default`.
    pub status: &'d str,
    /// `description`.
    pub description: Option<Text<'d>>,
    /// `content`.
    pub content: Vec<MediaType<'d>>,
}

impl<'d> Reader<'d, '_> {
    /// Reads `responses`.
    pub(super) fn responses(&mut self, members: &'d Map<String, Value>, at: &Pointer) -> Vec<Response<'d>> {
        let mut responses = Vec::new();
        for (status, node) in self.map(members, at, "responses") {
            if status.starts_with("x-") {
                continue;
            }
            let Some(node) = self.follow(node, Code::UnresolvedReference) else { continue };
            let Some(members) = self.object(&node) else { continue };
            responses.push(Response {
                status,
                description: self.text(members, &node.pointer, "description"),
                content: self.content(members, &node.pointer),
                origin: node.pointer,
            });
        }
        responses
    }
}
