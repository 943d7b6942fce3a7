//! Reads properties of the tree with the types that the specification defines. A value of another type is reported at
//! its location and treated as absent.

use std::borrow::Cow;

use serde_json::Value;

use super::node::{Node, Object};
use super::{Text, Version};
use crate::diagnostics::{Code, Diagnostics};
use crate::hash::{HashMap, IndexSet};
use crate::source::{Document, Pointer};

/// The maximum number of references that may follow each other before the chain counts as a cycle.
pub(super) const LONGEST_REFERENCE_CHAIN: usize = 32;

/// The nodes of a chain of references.
pub(super) struct Chain<'d> {
    pub(super) nodes: Vec<Node<'d>>,
    /// Whether the last node is not a reference.
    pub(super) is_complete: bool,
}

/// A reader of one document.
pub(super) struct Reader<'d, 'x> {
    pub(super) document: &'d Document,
    pub(super) version: Version,
    pub(super) diagnostics: &'x mut Diagnostics,
    /// The targets of references that are not component schemas.
    pub(super) ref_targets: IndexSet<Pointer>,
    /// The names of component schemas by their location.
    pub(super) components: HashMap<Pointer, &'d str>,
}

impl<'d, 'x> Reader<'d, 'x> {
    pub(super) fn new(document: &'d Document, version: Version, diagnostics: &'x mut Diagnostics) -> Self {
        Self { document, version, diagnostics, ref_targets: IndexSet::default(), components: HashMap::default() }
    }

    /// Returns the document's root.
    pub(super) fn root(&self) -> Node<'d> {
        Node { value: self.document.root(), pointer: Pointer::root() }
    }

    pub(super) fn object(&mut self, node: &Node<'d>) -> Option<Object<'d>> {
        node.as_object().or_else(|| self.wrong_type(&node.pointer, "an object", node.value))
    }

    /// Returns the non-null elements of an array, or none if the property is absent.
    pub(super) fn list(&mut self, object: &Object<'d>, key: &str) -> Vec<Node<'d>> {
        let Some(node) = self.collection(object, key) else { return Vec::new() };
        match node.value {
            Value::Array(elements) => {
                let elements = elements.iter().enumerate().filter(|(_, value)| !value.is_null());
                elements.map(|(i, value)| node.child(&i.to_string(), value)).collect()
            }
            other => self.wrong_type(&node.pointer, "an array", other).unwrap_or_default(),
        }
    }

    /// Returns the properties of an object, or none if the property is absent.
    pub(super) fn map(&mut self, object: &Object<'d>, key: &str) -> Vec<(&'d str, Node<'d>)> {
        let Some(node) = self.collection(object, key) else { return Vec::new() };
        let Some(object) = &self.object(&node) else { return Vec::new() };
        object.nodes().collect()
    }

    /// Returns an array or object, which is often behind a reference in documents of several files.
    fn collection(&mut self, object: &Object<'d>, key: &str) -> Option<Node<'d>> {
        let node = object.member(key)?;
        self.follow(node, Code::UnresolvedReference)
    }

    pub(super) fn string(&mut self, object: &Object<'d>, key: &str) -> Option<&'d str> {
        match object.get(key)? {
            Value::String(text) => Some(text),
            Value::Null => None,
            other => self.unquoted(&object.child(key, other)),
        }
    }

    /// Returns a number without quotes, such as `1.10`, as the string that is written, and reports it.
    pub(super) fn unquoted(&mut self, node: &Node<'d>) -> Option<&'d str> {
        let Some(text) = self.source_text(node) else { return self.wrong_type(&node.pointer, "a string", node.value) };
        self.misshapen(&node.pointer, format!("`{text}` must be quoted; it is read as a string"));
        Some(text)
    }

    /// Returns the source text of a number or boolean.
    pub(super) fn source_text(&self, node: &Node<'d>) -> Option<&'d str> {
        let is_plain = matches!(node.value, Value::Number(_) | Value::Bool(_));
        is_plain.then(|| self.document.scalar_text(&node.pointer)).flatten()
    }

    /// Returns prose; a number or boolean is read as a string.
    pub(super) fn text(&mut self, object: &Object<'d>, key: &str) -> Option<Text<'d>> {
        match object.get(key)? {
            Value::String(text) => Some(Cow::Borrowed(text)),
            Value::Null => None,
            scalar @ (Value::Number(_) | Value::Bool(_)) => {
                let text = self.source_text(&object.child(key, scalar));
                Some(text.map_or_else(|| Cow::Owned(scalar.to_string()), Cow::Borrowed))
            }
            Value::Object(node) if node.get("$ref").is_some_and(Value::is_string) => {
                let node = self.collection(object, key)?;
                node.value
                    .as_str()
                    .map(Cow::Borrowed)
                    .or_else(|| self.wrong_type(&node.pointer, "a string", node.value))
            }
            other => self.wrong_type(&object.at.join(key), "a string", other),
        }
    }

    pub(super) fn boolean(&mut self, object: &Object<'d>, key: &str) -> Option<bool> {
        match object.get(key)? {
            Value::Bool(value) => Some(*value),
            Value::Null => None,
            Value::String(text) if text == "true" || text == "false" => {
                let message = format!("`{text}` must not be quoted; it is read as a boolean");
                self.diagnostics.report(Code::MalformedKeyword, &object.at.join(key), message);
                Some(text == "true")
            }
            other => self.wrong_type(&object.at.join(key), "`true` or `false`", other),
        }
    }

    /// Returns an array of names with their locations. A single name, or an object with a name, is read as an array of
    /// one.
    pub(super) fn names(&mut self, object: &Object<'d>, key: &str) -> Vec<(&'d str, Pointer)> {
        if let Some(Value::String(name)) = object.get(key) {
            let at = object.at.join(key);
            self.misshapen(
                &at,
                format!("`{key}` must be an array; it is read as an array with the single name `{name}`"),
            );
            return vec![(name, at)];
        }
        if let Some(value @ (Value::Number(_) | Value::Bool(_))) = object.get(key) {
            let node = object.child(key, value);
            return self.unquoted(&node).map(|name| (name, node.pointer)).into_iter().collect();
        }
        let mut names = Vec::new();
        for node in self.list(object, key) {
            match node.value {
                Value::String(name) => names.push((name.as_str(), node.pointer)),
                other => match other.get("name").and_then(Value::as_str) {
                    Some(name) => {
                        let message =
                            format!("an element of `{key}` must be a name; found an object, which is read as `{name}`");
                        self.misshapen(&node.pointer, message);
                        names.push((name, node.pointer));
                    }
                    None => names.extend(self.unquoted(&node).map(|name| (name, node.pointer))),
                },
            }
        }
        names
    }

    /// Reports a value of the wrong type and returns `None`.
    pub(super) fn misshapen(&mut self, at: &Pointer, message: String) {
        self.diagnostics.report(Code::MalformedKeyword, at, message);
    }

    /// Reports a value of the wrong type that is treated as absent.
    pub(super) fn wrong_type<T>(&mut self, at: &Pointer, expected: &str, found: &Value) -> Option<T> {
        let found = match found {
            Value::Null => "null",
            Value::Bool(_) => "a boolean",
            Value::Number(_) => "a number",
            Value::String(_) => "a string",
            Value::Array(_) => "an array",
            Value::Object(_) => "an object",
        };
        let key = at.last().unwrap_or("the document");
        let is_index = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit());
        let subject = match at.parent().and_then(Pointer::last).filter(|_| is_index) {
            Some(list) => format!("an element of `{list}`"),
            None => format!("`{key}`"),
        };
        self.diagnostics.report(Code::WrongType, at, format!("{subject} must be {expected}; found {found}"));
        None
    }

    /// Follows `$ref` from a node that is not a schema. Returns `None` and reports `code` if it cannot be resolved.
    pub(super) fn follow(&mut self, node: Node<'d>, code: Code) -> Option<Node<'d>> {
        let mut chain = self.chain(node, code);
        chain.nodes.pop().filter(|_| chain.is_complete)
    }

    /// Returns all nodes of a chain of `$ref`, the first and the last included.
    pub(super) fn chain(&mut self, node: Node<'d>, code: Code) -> Chain<'d> {
        let origin = node.pointer.clone();
        let mut nodes = Vec::new();
        let mut next = node;
        while nodes.len() < LONGEST_REFERENCE_CHAIN {
            let reference = next.value.get("$ref").and_then(Value::as_str);
            let from = next.pointer.clone();
            nodes.push(next);
            let Some(reference) = reference else { return Chain { nodes, is_complete: true } };
            let target = self.document.resolve(&from, reference);
            match target.map(|pointer| (self.document.value(&pointer), pointer)) {
                Ok((Some(value), pointer)) => next = Node { value, pointer },
                Ok((None, _)) => return Chain { nodes, is_complete: false },
                Err(error) => {
                    self.diagnostics.report_unresolved(code, &origin, &error, "the reference is ignored");
                    return Chain { nodes, is_complete: false };
                }
            }
        }
        self.diagnostics.report(code, &origin, "this reference is circular; it is ignored");
        Chain { nodes, is_complete: false }
    }
}
