//! Path items and the operations in them.

pub(super) mod encoding;
pub(super) mod header;
pub(super) mod media_type;
pub(super) mod pagination;
pub(super) mod parameter;
mod path;
pub(super) mod response;
mod stream_end;
pub(super) mod webhook;

use std::borrow::Cow;

use serde_json::Value;

use super::deprecation::deprecation_message;
use super::node::{Node, Object};
use super::reader::Reader;
use super::{
    DistinctKeys, PaginationExtension, Parameter, RequestBody, Requirement, Response, Server, Text, Version, Webhook,
};
use crate::diagnostics::Code;
use crate::hash::HashSet;
use crate::source::{Pointer, URL_LENGTH, grouped};
use path::PathTemplate;

/// The keys of a path item that are operations, up to OpenAPI 3.1.
const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// The extension for paths that differ from others, and among each other, only by their query.
const OVERLOADED_PATHS: &str = "x-ms-paths";

/// One method on one path.
#[derive(Clone, Debug)]
pub struct Operation<'d> {
    /// Its location.
    pub origin: Pointer,
    /// The HTTP method: in lower case if it is a key of the path item, else as sent.
    pub method: &'d str,
    /// The path template, which begins with a slash, with its constant query if any.
    pub path: Cow<'d, str>,
    /// The unique key of the operation: the method as sent, and the key of `paths` with its query and fragment.
    pub route: String,
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
    /// The explanation of its deprecation, from an extension.
    pub deprecation_message: Option<&'d str>,
    /// `x-sunset`.
    pub sunset: Option<&'d str>,
    /// Its parameters, and those of the path item that it does not override.
    pub parameters: Vec<Parameter<'d>>,
    /// `requestBody`.
    pub request_body: Option<RequestBody<'d>>,
    /// `responses`.
    pub responses: Vec<Response<'d>>,
    /// `security`, if it has any.
    pub security: Option<Vec<Requirement<'d>>>,
    /// `servers` of the operation or of its path item.
    pub servers: Vec<Server<'d>>,
    /// The requests of its `callbacks`.
    pub callbacks: Vec<Webhook<'d>>,
    /// The terminator of its streams, from an extension.
    pub stream_end: Option<&'d str>,
    /// Its pagination, from an extension.
    pub pagination: Option<PaginationExtension<'d>>,
}

impl<'d> Reader<'d, '_> {
    /// Reads `paths`, and `x-ms-paths`, whose keys distinguish paths by a constant query.
    pub(super) fn operations(&mut self, object: &Object<'d>, version: Version) -> Vec<Operation<'d>> {
        let mut operations = Vec::new();
        let mut routes = DistinctKeys::default();
        let paths = self.map(object, "paths").into_iter().map(|(path, item)| (path, item, false));
        let paths: Vec<(&'d str, Node<'d>, bool)> = paths.collect();
        let overloads = self.map(object, OVERLOADED_PATHS).into_iter().map(|(path, item)| (path, item, true));
        for (path, item, is_overload) in paths.into_iter().chain(overloads) {
            if path.starts_with("x-") || item.value.is_null() {
                continue;
            }
            if path.len() > URL_LENGTH {
                let (length, limit) = (grouped(path.len()), grouped(URL_LENGTH));
                let message =
                    format!("the path must be at most {limit} bytes; found {length}, so its operations are skipped");
                self.diagnostics.report(Code::InvalidOperation, &item.pointer, message);
                continue;
            }
            let template = self.path_template(path, &item.pointer, is_overload);
            let layers = self.path_item(item);
            let (mut shared, mut servers) = (Vec::new(), Vec::new());
            for object in &layers {
                add_parameters(&mut shared, &self.parameters(object));
                if servers.is_empty() {
                    servers = self.servers(object);
                }
            }
            let mut seen = HashSet::default();
            for object in &layers {
                for (method, node) in self.methods(object, version) {
                    if !seen.insert(method) {
                        continue;
                    }
                    if let Some(mut operation) = self.operation(node, method, &template, &shared, &mut routes) {
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

    /// Returns the operations of a path item with their methods.
    fn methods(&mut self, object: &Object<'d>, version: Version) -> Vec<(&'d str, Node<'d>)> {
        let knows_query = version >= Version::V3_2;
        let mut found: Vec<(&'d str, Node<'d>)> = Vec::new();
        for (key, node) in object.nodes().filter(|(_, node)| !node.value.is_null()) {
            let query = Some("query").filter(|query| knows_query && key == *query);
            if let Some(method) = query.or_else(|| self.method(key, &node.pointer)) {
                found.push((method, node));
            }
        }
        if knows_query {
            for (method, node) in self.map(object, "additionalOperations") {
                if is_token(method) {
                    found.push((method, node));
                } else {
                    let message = format!("`{method}` is not a valid method; the operation is skipped");
                    self.diagnostics.report(Code::InvalidOperation, &node.pointer, message);
                }
            }
        }
        found
    }

    /// Returns a path item and the targets of its `$ref`, in order of precedence. The specification does not define the
    /// siblings of a `$ref`, so all of them are read.
    fn path_item(&mut self, node: Node<'d>) -> Vec<Object<'d>> {
        let mut layers = Vec::new();
        for node in self.chain(node, Code::InvalidOperation).nodes {
            layers.extend(self.object(&node));
        }
        layers
    }

    /// Returns the method of a key of a path item, or `None` if the key is not an operation.
    fn method(&mut self, key: &'d str, at: &Pointer) -> Option<&'static str> {
        let method = METHODS.into_iter().find(|method| key.eq_ignore_ascii_case(method))?;
        if key != method {
            let message = format!("a method must be lowercase; `{key}` is read as `{method}`");
            self.diagnostics.report(Code::MalformedPath, at, message);
        }
        Some(method)
    }

    fn operation(
        &mut self,
        node: Node<'d>,
        method: &'d str,
        template: &PathTemplate<'d>,
        shared: &[Parameter<'d>],
        routes: &mut DistinctKeys,
    ) -> Option<Operation<'d>> {
        let node = self.follow(node, Code::InvalidOperation)?;
        let (at, path) = (&node.pointer, &template.path);
        let Some(object) = &node.as_object() else {
            self.diagnostics.report(
                Code::InvalidOperation,
                at,
                format!("`{method}` must be an object; `{} {path}` is skipped", method.to_uppercase()),
            );
            return None;
        };
        let mut parameters = self.parameters(object);
        add_parameters(&mut parameters, shared);
        template.place_in_query(&mut parameters, at);
        let id = self.string(object, "operationId").filter(|id| !id.trim().is_empty());
        let name = id.map_or_else(|| format!("{method} {path}"), str::to_owned);
        let route = routes.claim(format!("{} {}", sent_method(method), template.key));
        let mut operation = Operation {
            origin: at.clone(),
            method,
            path: path.clone(),
            id,
            callbacks: self.callbacks(object, &name, &route),
            route,
            stream_end: self.operation_end(object),
            pagination: PaginationExtension::read(object),
            tags: self.names(object, "tags").into_iter().map(|(tag, _)| tag).collect(),
            summary: self.text(object, "summary"),
            description: self.text(object, "description"),
            deprecated: self.boolean(object, "deprecated").unwrap_or(false),
            deprecation_message: deprecation_message(|key| object.get(key)),
            sunset: object.get("x-sunset").and_then(Value::as_str),
            parameters,
            request_body: self.request_body(object),
            responses: self.responses(object),
            security: self.requirements(object),
            servers: self.operation_servers(object),
        };
        self.take_body(&mut operation, object);
        Some(operation)
    }
}

/// Returns a method as sent. Keys of a path item spell it in lower case.
pub fn sent_method(spelled: &str) -> String {
    match spelled {
        "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace" | "query" => spelled.to_uppercase(),
        other => other.to_owned(),
    }
}

/// Returns `true` if a string is a valid method (RFC 9110 sections 9.1 and 5.6.2).
fn is_token(text: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty() && text.bytes().all(is_allowed)
}

/// Adds the parameters that are still missing.
fn add_parameters<'d>(parameters: &mut Vec<Parameter<'d>>, others: &[Parameter<'d>]) {
    let mut seen: HashSet<_> = parameters.iter().map(Parameter::key).collect();
    for other in others {
        if seen.insert(other.key()) {
            parameters.push(other.clone());
        }
    }
}
