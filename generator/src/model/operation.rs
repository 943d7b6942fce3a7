//! Path items and the operations in them.

use serde_json::{Map, Value};

use super::reader::{Node, Reader};
use super::{Parameter, RequestBody, Requirement, Response, Text};
use crate::diagnostics::Code;
use crate::source::Pointer;

/// The members of a path item that are operations.
const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// One method on one path.
#[derive(Clone, Debug)]
pub struct Operation<'d> {
    /// Where it stands.
    pub origin: Pointer,
    /// The HTTP method in lower case.
    pub method: &'d str,
    /// The path template.
    pub path: &'d str,
    /// `operationId`.
    pub id: Option<&'d str>,
    /// `tags`.
    pub tags: Vec<&'d str>,
    /// `summary`.
    pub summary: Option<Text<'d>>,
    /// `description`.
    pub description: Option<Text<'d>>,
    /// `deprecated`.
    pub deprecated: bool,
    /// Its parameters and those of the path item that it does not override.
    pub parameters: Vec<Parameter<'d>>,
    /// `requestBody`.
    pub request_body: Option<RequestBody<'d>>,
    /// `responses`.
    pub responses: Vec<Response<'d>>,
    /// `security`, where it states any.
    pub security: Option<Vec<Requirement<'d>>>,
    /// URLs of servers of its own or of its path item.
    pub servers: Vec<String>,
}

impl<'d> Reader<'d, '_> {
    /// Reads `paths`.
    pub(super) fn operations(&mut self, members: &'d Map<String, Value>, at: &Pointer) -> Vec<Operation<'d>> {
        let mut operations = Vec::new();
        for (path, item) in self.map(members, at, "paths") {
            if path.starts_with("x-") {
                continue;
            }
            let Some(item) = self.follow(item, Code::InvalidOperation) else { continue };
            let Some(members) = self.object(&item) else { continue };
            let shared = self.parameters(members, &item.pointer);
            let servers = self.servers(members, &item.pointer);
            for (method, value) in members.iter().filter(|(key, _)| METHODS.contains(&key.as_str())) {
                let node = Node { value, pointer: item.pointer.join(method) };
                if let Some(mut operation) = self.operation(&node, method, path) {
                    inherit(&mut operation, &shared, &servers);
                    operations.push(operation);
                }
            }
        }
        operations
    }

    fn operation(&mut self, node: &Node<'d>, method: &'d str, path: &'d str) -> Option<Operation<'d>> {
        let at = &node.pointer;
        let Value::Object(members) = node.value else {
            self.diagnostics.report(
                Code::InvalidOperation,
                at,
                format!("`{method}` must be an operation; `{} {path}` is left out", method.to_uppercase()),
            );
            return None;
        };
        let mut tags = Vec::new();
        for tag in self.list(members, at, "tags") {
            match tag.value {
                Value::String(tag) => tags.push(tag.as_str()),
                other => drop(self.wrong_type::<()>(&tag.pointer, "a string", other)),
            }
        }
        Some(Operation {
            origin: at.clone(),
            method,
            path,
            id: self.string(members, at, "operationId").filter(|id| !id.trim().is_empty()),
            tags,
            summary: self.text(members, at, "summary"),
            description: self.text(members, at, "description"),
            deprecated: self.boolean(members, at, "deprecated").unwrap_or(false),
            parameters: self.parameters(members, at),
            request_body: self.request_body(members, at),
            responses: self.responses(members, at),
            security: self.requirements(members, at),
            servers: self.servers(members, at),
        })
    }
}

/// Adds what the path item says for all its operations.
fn inherit<'d>(operation: &mut Operation<'d>, shared: &[Parameter<'d>], servers: &[String]) {
    for parameter in shared {
        let same = |own: &Parameter<'d>| (own.name, own.location) == (parameter.name, parameter.location);
        if !operation.parameters.iter().any(same) {
            operation.parameters.push(parameter.clone());
        }
    }
    if operation.servers.is_empty() {
        operation.servers = servers.to_vec();
    }
}
