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
            let layers = self.path_item(item);
            let (mut shared, mut servers) = (Vec::new(), Vec::new());
            for (members, at) in &layers {
                add_parameters(&mut shared, &self.parameters(members, at));
                if servers.is_empty() {
                    servers = self.servers(members, at);
                }
            }
            let mut seen = Vec::new();
            for (members, at) in layers {
                for (method, value) in members.iter().filter(|(key, _)| METHODS.contains(&key.as_str())) {
                    if seen.contains(&method) {
                        continue;
                    }
                    seen.push(method);
                    let node = Node { value, pointer: at.join(method) };
                    if let Some(mut operation) = self.operation(node, method, path) {
                        add_parameters(&mut operation.parameters, &shared);
                        if operation.servers.is_empty() {
                            operation.servers.clone_from(&servers);
                        }
                        operations.push(operation);
                    }
                }
            }
        }
        operations
    }

    /// A path item, and those that the `$ref` in it leads to; what stands in the former counts first. The specification leaves
    /// open what members beside a `$ref` mean, so that all of them are taken.
    fn path_item(&mut self, node: Node<'d>) -> Vec<(&'d Map<String, Value>, Pointer)> {
        let mut layers = Vec::new();
        for node in self.chain(node, Code::InvalidOperation).nodes {
            if let Some(members) = self.object(&node) {
                layers.push((members, node.pointer));
            }
        }
        layers
    }

    fn operation(&mut self, node: Node<'d>, method: &'d str, path: &'d str) -> Option<Operation<'d>> {
        let node = self.follow(node, Code::InvalidOperation)?;
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

/// Adds the parameters that are not there yet.
fn add_parameters<'d>(parameters: &mut Vec<Parameter<'d>>, others: &[Parameter<'d>]) {
    for other in others {
        let same = |own: &Parameter<'d>| (own.name, own.location) == (other.name, other.location);
        if !parameters.iter().any(same) {
            parameters.push(other.clone());
        }
    }
}
