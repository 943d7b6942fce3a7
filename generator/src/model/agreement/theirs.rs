//! Lists the facts of a document as the crate `openapiv3` reads them.
//!
//! Each component and each operation is read by itself, so that a part that `openapiv3` rejects does not hide the
//! others. Its typed values are written as JSON again, which contains exactly the facts that they hold.

use std::collections::{BTreeMap, BTreeSet};

use openapiv3::{Header, Operation, Parameter, ReferenceOr, RequestBody, Response, Schema, SecurityScheme, Server};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::facts::{Facts, LIMITS, canonical, is_status};
use crate::source::Pointer;

const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

const TEXTS: [&str; 4] = ["format", "title", "description", "pattern"];

const FLAGS: [&str; 7] =
    ["nullable", "deprecated", "readOnly", "writeOnly", "exclusiveMinimum", "exclusiveMaximum", "uniqueItems"];

/// The facts of `openapiv3`, and the locations of the parts that it cannot read.
#[derive(Debug, Default)]
pub(super) struct Theirs {
    pub(super) facts: Facts,
    pub(super) unread: BTreeSet<String>,
}

struct Reader<'d> {
    root: &'d Value,
    theirs: Theirs,
    /// The locations of targets of references that have been read.
    seen: BTreeSet<String>,
}

/// Returns the facts of a document.
pub(super) fn list(root: &Value) -> Theirs {
    let mut reader = Reader { root, theirs: Theirs::default(), seen: BTreeSet::new() };
    reader.info();
    reader.servers("#", &root["servers"]);
    reader.requirements("#", root.get("security"));
    for (name, scheme) in members(&root["components"]["securitySchemes"]) {
        reader.security_scheme(&child("#/components/securitySchemes", name), scheme);
    }
    for (name, node) in members(&root["components"]["schemas"]) {
        let at = child("#/components/schemas", name);
        if let Some(schema) = reader.typed::<ReferenceOr<Schema>>(&at, node) {
            reader.schema(&at, &schema);
        }
    }
    for (path, item) in members(&root["paths"]) {
        reader.path(path, item);
    }
    reader.theirs
}

fn members(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

fn elements(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn child(at: &str, token: &str) -> String {
    format!("{at}/{}", token.replace('~', "~0").replace('/', "~1"))
}

fn text<'v>(object: &'v Value, key: &str) -> Option<&'v str> {
    object.get(key).and_then(Value::as_str)
}

fn is_true(object: &Value, key: &str) -> bool {
    object.get(key) == Some(&Value::Bool(true))
}

fn names(value: &Value) -> impl Iterator<Item = &str> {
    elements(value).iter().filter_map(Value::as_str)
}

impl Reader<'_> {
    /// Reads a node by a type of `openapiv3`, and returns what that type holds.
    fn typed<T: DeserializeOwned + Serialize>(&mut self, at: &str, node: &Value) -> Option<Value> {
        let typed = T::deserialize(node).and_then(serde_json::to_value);
        if typed.is_err() {
            self.theirs.unread.insert(at.to_owned());
        }
        typed.ok()
    }

    /// Follows the references from a typed node. Returns `None` if the target is in another file, cannot be read, or
    /// has been read before.
    fn target<T: DeserializeOwned + Serialize>(&mut self, at: &str, typed: &Value) -> (String, Option<Value>) {
        let (mut at, mut typed) = (at.to_owned(), typed.clone());
        for _ in 0..32 {
            let Some(reference) = text(&typed, "$ref") else {
                let is_new = self.seen.insert(at.clone());
                return (at, is_new.then_some(typed));
            };
            let Some(pointer) = Pointer::parse_fragment(reference) else { break };
            let Some(node) = pointer.get(self.root) else { break };
            at = pointer.to_string();
            let Some(next) = self.typed::<ReferenceOr<T>>(&at, node) else { return (at, None) };
            typed = next;
        }
        self.theirs.unread.insert(at.clone());
        (at, None)
    }

    fn info(&mut self) {
        let Some(info) = self.typed::<openapiv3::Info>("#/info", &self.root["info"]) else { return };
        for keyword in ["title", "version", "description"] {
            self.theirs.facts.add_if_any("#/info", keyword, text(&info, keyword));
        }
        let tags = elements(&self.root["tags"]).iter();
        self.theirs.facts.add_names("#", "tags", tags.filter_map(|tag| text(tag, "name")));
    }

    fn security_scheme(&mut self, at: &str, node: &Value) {
        let Some(typed) = self.typed::<ReferenceOr<SecurityScheme>>(at, node) else { return };
        let Some(scheme) = self.target::<SecurityScheme>(at, &typed).1 else { return };
        for keyword in ["type", "scheme", "name", "in"] {
            self.theirs.facts.add_if_any(at, keyword, text(&scheme, keyword));
        }
        let flows = members(&scheme["flows"]).flat_map(|(_, flow)| members(&flow["scopes"]));
        let scopes: Vec<&str> = flows.map(|(scope, _)| scope.as_str()).collect();
        self.theirs.facts.add_names(at, "scopes", scopes);
    }

    /// Lists the URLs of servers, with the defaults of their variables.
    fn servers(&mut self, at: &str, node: &Value) {
        if node.is_null() {
            return;
        }
        let Some(servers) = self.typed::<Vec<Server>>(&child(at, "servers"), node) else { return };
        let url = |server: &Value| {
            let url = text(server, "url").unwrap_or_default().trim().to_owned();
            members(&server["variables"]).fold(url, |url, (name, variable)| {
                url.replace(&format!("{{{name}}}"), text(variable, "default").unwrap_or_default())
            })
        };
        let urls: Vec<String> = elements(&servers).iter().map(url).collect();
        if !urls.is_empty() {
            self.theirs.facts.add(at, "servers", format!("{urls:?}"));
        }
    }

    fn requirements(&mut self, at: &str, node: Option<&Value>) {
        let Some(node) = node.filter(|node| !node.is_null()) else { return };
        let Some(typed) = self.typed::<Vec<openapiv3::SecurityRequirement>>(&child(at, "security"), node) else {
            return;
        };
        let schemes = |one| members(one).map(|(name, scopes)| (name.as_str(), names(scopes).collect())).collect();
        let schemes: Vec<Vec<(&str, Vec<&str>)>> = elements(&typed).iter().map(schemes).collect();
        self.theirs.facts.add(at, "security", format!("{schemes:?}"));
    }

    fn path(&mut self, path: &str, item: &Value) {
        let at = child("#/paths", path);
        if item.get("$ref").is_some() {
            self.theirs.unread.insert(at);
            return;
        }
        let shared = self.parameters(&at, &item["parameters"]);
        // A parameter that every operation overrides is not used.
        let mut used = BTreeSet::new();
        for method in METHODS {
            let Some(node) = item.get(method) else { continue };
            let at = child(&at, method);
            let Some(operation) = self.typed::<Operation>(&at, node) else { continue };
            self.theirs.facts.add(&at, "path", path);
            self.theirs.facts.add(&at, "method", method);
            self.operation(&at, &operation);
            self.responses(&at, &operation["responses"], &node["responses"]);
            let is_own = operation.get("servers").is_some();
            self.servers(&at, if is_own { &operation["servers"] } else { &item["servers"] });
            let own = self.parameters(&at, &operation["parameters"]);
            let inherited = shared.keys().filter(|key| !own.contains_key(*key));
            used.extend(inherited.clone().cloned());
            self.theirs.facts.add_names(&at, "parameters", own.keys().chain(inherited).map(String::as_str));
            own.values().for_each(|(at, parameter)| self.parameter(at, parameter));
        }
        shared.iter().filter(|(key, _)| used.contains(*key)).for_each(|(_, (at, one))| self.parameter(at, one));
    }

    fn operation(&mut self, at: &str, operation: &Value) {
        let facts = &mut self.theirs.facts;
        for keyword in ["operationId", "summary", "description"] {
            facts.add_if_any(at, keyword, text(operation, keyword));
        }
        facts.add_names(at, "tags", names(&operation["tags"]));
        facts.add_if_true(at, "deprecated", is_true(operation, "deprecated"));
        self.requirements(at, operation.get("security"));
        if let Some(body) = operation.get("requestBody") {
            let (target, body) = self.target::<RequestBody>(&child(at, "requestBody"), body);
            self.theirs.facts.add(at, "requestBody", target.as_str());
            if let Some(body) = body {
                self.theirs.facts.add_if_true(&target, "required", is_true(&body, "required"));
                self.content(&target, &body);
            }
        }
    }

    /// Lists the responses of an operation. `openapiv3` reads the key `4xx` as `4XX`, which is not in the document.
    fn responses(&mut self, at: &str, responses: &Value, written: &Value) {
        let is_listed = |status: &str| is_status(status) && written.get(status).is_some();
        let responses = || members(responses).filter(|(status, _)| is_listed(status));
        self.theirs.facts.add_names(at, "responses", responses().map(|(status, _)| status.as_str()));
        for (status, response) in responses() {
            let (at, response) = self.target::<Response>(&child(&child(at, "responses"), status), response);
            if let Some(response) = response {
                self.response(&at, &response);
            }
        }
    }

    fn response(&mut self, at: &str, response: &Value) {
        self.theirs.facts.add_if_any(at, "description", text(response, "description"));
        self.content(at, response);
        let headers = &response["headers"];
        self.theirs.facts.add_names(at, "headers", members(headers).map(|(name, _)| name.as_str()));
        for (name, header) in members(headers) {
            let (at, header) = self.target::<Header>(&child(&child(at, "headers"), name), header);
            let Some(header) = header else { continue };
            self.theirs.facts.add_if_true(&at, "required", is_true(&header, "required"));
            self.theirs.facts.add_if_true(&at, "deprecated", is_true(&header, "deprecated"));
            self.theirs.facts.add_if_any(&at, "description", text(&header, "description"));
            self.schema_or_content(&at, &header);
        }
    }

    /// Returns the parameters of a list by their keys, with their locations.
    fn parameters(&mut self, at: &str, list: &Value) -> BTreeMap<String, (String, Value)> {
        let mut parameters = BTreeMap::new();
        for (index, node) in elements(list).iter().enumerate() {
            let at = child(&child(at, "parameters"), &index.to_string());
            let Some(typed) = self.typed::<ReferenceOr<Parameter>>(&at, node) else { continue };
            let (at, parameter) = self.target::<Parameter>(&at, &typed);
            self.seen.remove(&at);
            let Some(parameter) = parameter else { continue };
            let (name, location) = (text(&parameter, "name"), text(&parameter, "in"));
            let key = format!("{} {}", location.unwrap_or_default(), name.unwrap_or_default());
            parameters.entry(key).or_insert((at, parameter));
        }
        parameters
    }

    fn parameter(&mut self, at: &str, parameter: &Value) {
        for keyword in ["name", "in", "style"] {
            self.theirs.facts.add_if_any(at, keyword, text(parameter, keyword));
        }
        for keyword in ["required", "deprecated", "allowReserved"] {
            self.theirs.facts.add_if_true(at, keyword, is_true(parameter, keyword));
        }
        let explode = parameter.get("explode").map(Value::to_string);
        self.theirs.facts.add_if_any(at, "explode", explode.as_deref());
        self.schema_or_content(at, parameter);
    }

    fn schema_or_content(&mut self, at: &str, object: &Value) {
        if let Some(schema) = object.get("schema") {
            self.schema(&child(at, "schema"), schema);
        }
        self.content(at, object);
    }

    fn content(&mut self, at: &str, object: &Value) {
        let content = &object["content"];
        self.theirs.facts.add_names(at, "content", members(content).map(|(name, _)| name.as_str()));
        for (name, media_type) in members(content) {
            let at = child(&child(at, "content"), name);
            if let Some(schema) = media_type.get("schema") {
                self.schema(&child(&at, "schema"), schema);
            }
            for (property, encoding) in members(&media_type["encoding"]) {
                let at = child(&child(&at, "encoding"), property);
                self.theirs.facts.add_if_any(&at, "contentType", text(encoding, "contentType"));
                self.theirs.facts.add_if_any(&at, "style", text(encoding, "style"));
                self.theirs.facts.add_if_true(&at, "explode", is_true(encoding, "explode"));
            }
        }
    }

    /// Returns the location that a reference names. A schema outside of the components that only refers to another is
    /// followed.
    fn named(&self, reference: &str) -> String {
        let mut reference = reference;
        for _ in 0..32 {
            let Some(pointer) = Pointer::parse_fragment(reference) else { return "another file".to_owned() };
            let Some(node) = pointer.get(self.root) else { return "nothing".to_owned() };
            let is_component = pointer.parent().is_some_and(|parent| parent.to_string() == "#/components/schemas");
            match text(node, "$ref").filter(|_| !is_component && members(node).count() == 1) {
                Some(next) => reference = next,
                None => return pointer.to_string(),
            }
        }
        "nothing".to_owned()
    }

    fn schema(&mut self, at: &str, value: &Value) {
        let Some(object) = value.as_object() else { return };
        if let Some(reference) = text(value, "$ref") {
            let target = self.named(reference);
            self.theirs.facts.add(at, "$ref", target);
            return;
        }
        let facts = &mut self.theirs.facts;
        // `type: "null"` and `x-nullable` are not part of OpenAPI 3.0, but they have only one meaning.
        let stated = text(value, "type");
        facts.add_names(at, "type", stated.filter(|stated| *stated != "null"));
        facts.add_if_true(at, "nullable", stated == Some("null") || is_true(value, "x-nullable"));
        for keyword in TEXTS {
            facts.add_if_any(at, keyword, text(value, keyword));
        }
        for keyword in FLAGS {
            facts.add_if_true(at, keyword, is_true(value, keyword));
        }
        for keyword in LIMITS.into_iter().chain(["default", "enum"]) {
            facts.add_if_any(at, keyword, object.get(keyword).map(canonical).as_deref());
        }
        facts.add_names(at, "properties", members(&value["properties"]).map(|(name, _)| name.as_str()));
        facts.add_names(at, "required", names(&value["required"]));
        if let Some(discriminator) = object.get("discriminator") {
            facts.add_if_any(at, "discriminator", text(discriminator, "propertyName"));
            for (tag, target) in members(&discriminator["mapping"]) {
                let target = self.mapped(target.as_str().unwrap_or_default());
                self.theirs.facts.add(&format!("{at}/discriminator/mapping/{tag}"), "mapping", target);
            }
        }
        self.parts(at, object);
    }

    /// Returns the location of the schema that a mapping names by a reference or by its key.
    fn mapped(&self, target: &str) -> String {
        match self.root["components"]["schemas"].get(target) {
            Some(_) => child("#/components/schemas", target),
            None => self.named(target),
        }
    }

    /// Lists the schemas within a schema.
    fn parts(&mut self, at: &str, object: &Map<String, Value>) {
        for keyword in ["allOf", "oneOf", "anyOf"] {
            let Some(parts) = object.get(keyword).map(elements) else { continue };
            self.theirs.facts.add(at, keyword, parts.len().to_string());
            for (index, part) in parts.iter().enumerate() {
                self.schema(&child(&child(at, keyword), &index.to_string()), part);
            }
        }
        for (name, property) in object.get("properties").into_iter().flat_map(members) {
            self.schema(&child(&child(at, "properties"), name), property);
        }
        if let Some(items) = object.get("items") {
            self.schema(&child(at, "items"), items);
        }
        let Some(additional) = object.get("additionalProperties") else { return };
        let inner = child(at, "additionalProperties");
        self.schema(&inner, additional);
        let is_any = *additional == Value::Bool(true) || !self.theirs.facts.has_any(&inner);
        let fact = if *additional == Value::Bool(false) {
            "none"
        } else if is_any {
            "any"
        } else {
            "a schema"
        };
        self.theirs.facts.add(at, "additionalProperties", fact);
    }
}
