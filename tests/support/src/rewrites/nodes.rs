//! Visits the nodes of an OpenAPI document by kind, so that a property named `description` is not taken for one.
//!
//! ```text
//! components: {schemas: {Pet: {properties: {description: {type: string}}}}}
//! Schema at /components/schemas/Pet/properties/description, Schema at /components/schemas/Pet, Components, Document
//! ```

use std::collections::HashSet;

use serde_json::{Map, Value};

/// The kind of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Node {
    Document,
    Components,
    PathItem,
    Callback,
    Operation,
    Parameter,
    Header,
    Body,
    Response,
    MediaType,
    Encoding,
    Schema,
}

/// How the value of a key holds other nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    One(Node),
    Map(Node),
    List(Node),
}

/// The location of a node.
#[derive(Clone, Copy, Debug)]
pub struct Site<'s> {
    pub node: Node,
    /// The JSON pointer of the node.
    pub pointer: &'s str,
    /// The keyword that holds the node, such as `properties`.
    pub keyword: &'s str,
    /// Whether the node is a component.
    pub is_component: bool,
    /// Whether the position of the node has a meaning of its own: a member of `allOf`, or of a union with a
    /// discriminator.
    pub is_fixed: bool,
    /// Whether the node is inside a condition such as `not`, which is compared as text.
    pub is_condition: bool,
}

/// Keywords of schemas that are conditions.
const CONDITIONS: [&str; 7] = ["not", "if", "then", "else", "contains", "propertyNames", "dependentSchemas"];

/// The methods of a path item.
pub const METHODS: [&str; 9] = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

/// Returns the nodes that a key of a node holds.
pub fn held(node: Node, key: &str) -> Option<Holds> {
    use Holds::{List, Map, One};
    use Node::{
        Body, Callback, Components, Document, Encoding, Header, MediaType, Operation, Parameter, PathItem, Response,
        Schema,
    };
    Some(match (node, key) {
        (Document, "components") => One(Components),
        (Document, "paths" | "webhooks") | (Components, "pathItems") => Map(PathItem),
        (Document, "definitions") | (Components, "schemas") => Map(Schema),
        (Document | Components, "parameters") => Map(Parameter),
        (Document | Components | Operation, "responses") => Map(Response),
        (Components | Response | Encoding, "headers") => Map(Header),
        (Components, "requestBodies") => Map(Body),
        (Components | Operation, "callbacks") => Map(Callback),
        (PathItem, key) if METHODS.contains(&key) => One(Operation),
        (PathItem | Operation, "parameters") => List(Parameter),
        (Callback, key) if !key.starts_with("x-") && key != "$ref" => One(PathItem),
        (Operation, "requestBody") => One(Body),
        (Parameter | Header | Response | MediaType, "schema") | (MediaType, "itemSchema") => One(Schema),
        (Parameter | Header | Body | Response, "content") => Map(MediaType),
        (MediaType, "encoding") => Map(Encoding),
        (Schema, "properties" | "patternProperties" | "dependentSchemas" | "$defs" | "definitions") => Map(Schema),
        (Schema, "allOf" | "anyOf" | "oneOf" | "prefixItems") => List(Schema),
        (
            Schema,
            "items"
            | "additionalProperties"
            | "contains"
            | "propertyNames"
            | "not"
            | "if"
            | "then"
            | "else"
            | "unevaluatedProperties"
            | "unevaluatedItems",
        ) => One(Schema),
        _ => return None,
    })
}

/// Visits every node of a document, inner nodes first.
pub fn walk(root: &mut Value, visit: &mut dyn FnMut(Site<'_>, &mut Map<String, Value>)) {
    let site = Site {
        node: Node::Document,
        pointer: "",
        keyword: "",
        is_component: false,
        is_fixed: false,
        is_condition: false,
    };
    walk_node(site, root, visit);
}

fn walk_node(site: Site<'_>, value: &mut Value, visit: &mut dyn FnMut(Site<'_>, &mut Map<String, Value>)) {
    let Some(node) = value.as_object_mut() else { return };
    let has_discriminator = node.contains_key("discriminator");
    for (key, inner) in node.iter_mut() {
        let Some(holds) = held(site.node, key) else { continue };
        let (Holds::One(kind) | Holds::Map(kind) | Holds::List(kind)) = holds;
        let is_union = key == "oneOf" || key == "anyOf";
        let pointer = format!("{}/{}", site.pointer, escaped(key));
        let within = Site {
            node: kind,
            pointer: &pointer,
            keyword: key,
            is_component: site.node == Node::Components || (site.node == Node::Document && kind != Node::PathItem),
            is_fixed: key == "allOf" || (is_union && has_discriminator),
            is_condition: site.is_condition || (site.node == Node::Schema && CONDITIONS.contains(&key.as_str())),
        };
        match (holds, inner) {
            (Holds::One(_), inner) => walk_node(within, inner, visit),
            (Holds::Map(_), Value::Object(members)) => {
                for (name, member) in
                    members.iter_mut().filter(|(name, _)| !(kind != Node::Schema && name.starts_with("x-")))
                {
                    walk_node(Site { pointer: &format!("{pointer}/{}", escaped(name)), ..within }, member, visit);
                }
            }
            (Holds::List(_), Value::Array(members)) => {
                for (index, member) in members.iter_mut().enumerate() {
                    walk_node(Site { pointer: &format!("{pointer}/{index}"), ..within }, member, visit);
                }
            }
            _ => {}
        }
    }
    visit(site, node);
}

fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// Returns the target of each `$ref` in a document, as written.
pub fn references(value: &Value) -> Vec<&str> {
    let mut found = Vec::new();
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(members) => {
                found.extend(members.get("$ref").and_then(Value::as_str));
                open.extend(members.values());
            }
            Value::Array(elements) => open.extend(elements),
            _ => {}
        }
    }
    found
}

/// Returns `true` if a reference points at or passes an element of an array, whose order then has a meaning.
pub fn has_indexed_references(root: &Value) -> bool {
    const LISTS: [&str; 5] = ["allOf", "anyOf", "oneOf", "parameters", "prefixItems"];
    let is_index = |segment: &str| !segment.is_empty() && segment.bytes().all(|byte| byte.is_ascii_digit());
    references(root).into_iter().any(|reference| {
        let segments: Vec<&str> = reference.split('/').collect();
        segments.windows(2).any(|pair| matches!(pair, [list, index] if LISTS.contains(list) && is_index(index)))
    })
}

/// Returns the targets of references, and the nodes that they pass.
pub fn passed_nodes(root: &Value) -> HashSet<String> {
    let mut passed = HashSet::new();
    for target in references(root) {
        passed.insert(target.to_owned());
        passed.extend(target.match_indices('/').filter_map(|(end, _)| target.get(..end)).map(str::to_owned));
    }
    passed
}
