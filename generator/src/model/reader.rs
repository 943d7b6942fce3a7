//! Reads members of the tree with the types that the specification gives them; whatever has another type
//! is reported where it stands and treated as absent.

use std::borrow::Cow;
use std::collections::HashMap;

use indexmap::IndexSet;
use serde_json::{Map, Value};

use super::{Text, Version};
use crate::diagnostics::{Code, Diagnostics};
use crate::source::{Document, Pointer};

/// How many references may lead from one to the next before the chain is taken for a cycle.
pub(super) const LONGEST_REFERENCE_CHAIN: usize = 32;

/// A value of the tree and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Node<'d> {
    pub(super) value: &'d Value,
    pub(super) pointer: Pointer,
}

impl<'d> Node<'d> {
    pub(super) fn child(&self, token: &str, value: &'d Value) -> Self {
        Self { value, pointer: self.pointer.join(token) }
    }
}

/// What references lead through.
pub(super) struct Chain<'d> {
    pub(super) nodes: Vec<Node<'d>>,
    /// Whether the last node is no reference.
    pub(super) is_complete: bool,
}

/// Reads one document.
pub(super) struct Reader<'d, 'x> {
    pub(super) document: &'d Document,
    pub(super) version: Version,
    pub(super) diagnostics: &'x mut Diagnostics,
    /// Where references point that do not name a component schema.
    pub(super) hoisted: IndexSet<Pointer>,
    /// The names of component schemas by where they stand.
    pub(super) components: HashMap<Pointer, &'d str>,
}

impl<'d, 'x> Reader<'d, 'x> {
    pub(super) fn new(document: &'d Document, version: Version, diagnostics: &'x mut Diagnostics) -> Self {
        Self { document, version, diagnostics, hoisted: IndexSet::new(), components: HashMap::new() }
    }

    /// The whole document.
    pub(super) fn root(&self) -> Node<'d> {
        Node { value: self.document.root(), pointer: Pointer::root() }
    }

    /// A member that is there and not null.
    pub(super) fn member(&self, members: &'d Map<String, Value>, at: &Pointer, key: &str) -> Option<Node<'d>> {
        let value = members.get(key).filter(|value| !value.is_null())?;
        Some(Node { value, pointer: at.join(key) })
    }

    pub(super) fn object(&mut self, node: &Node<'d>) -> Option<&'d Map<String, Value>> {
        match node.value {
            Value::Object(members) => Some(members),
            other => self.wrong_type(&node.pointer, "an object", other),
        }
    }

    /// The elements of a list that are not null; nothing at all when there is no such member.
    pub(super) fn list(&mut self, members: &'d Map<String, Value>, at: &Pointer, key: &str) -> Vec<Node<'d>> {
        let Some(node) = self.collection(members, at, key) else { return Vec::new() };
        match node.value {
            Value::Array(elements) => {
                let elements = elements.iter().enumerate().filter(|(_, value)| !value.is_null());
                elements.map(|(i, value)| node.child(&i.to_string(), value)).collect()
            }
            other => self.wrong_type(&node.pointer, "a list", other).unwrap_or_default(),
        }
    }

    /// The members of an object; nothing at all when there is no such member.
    pub(super) fn map(&mut self, members: &'d Map<String, Value>, at: &Pointer, key: &str) -> Vec<(&'d str, Node<'d>)> {
        let Some(node) = self.collection(members, at, key) else { return Vec::new() };
        let Some(members) = self.object(&node) else { return Vec::new() };
        members.iter().map(|(name, value)| (name.as_str(), node.child(name, value))).collect()
    }

    /// A list or an object that stands here or, as often in documents of several files, where a reference leads.
    fn collection(&mut self, members: &'d Map<String, Value>, at: &Pointer, key: &str) -> Option<Node<'d>> {
        let node = self.member(members, at, key)?;
        self.follow(node, Code::UnresolvedReference)
    }

    pub(super) fn string(&mut self, members: &'d Map<String, Value>, at: &Pointer, key: &str) -> Option<&'d str> {
        match members.get(key)? {
            Value::String(text) => Some(text),
            Value::Null => None,
            other => self.unquoted(&Node { value: other, pointer: at.join(key) }),
        }
    }

    /// Returns the text of a string that lacks quotes, such as `1.10`, and reports that it does.
    pub(super) fn unquoted(&mut self, node: &Node<'d>) -> Option<&'d str> {
        let Some(text) = self.source_text(node) else { return self.wrong_type(&node.pointer, "a string", node.value) };
        self.misshapen(&node.pointer, format!("`{text}` must be in quotes; it is read as this text"));
        Some(text)
    }

    /// Returns the text of a number or a truth value as it is written.
    pub(super) fn source_text(&self, node: &Node<'d>) -> Option<&'d str> {
        let is_plain = matches!(node.value, Value::Number(_) | Value::Bool(_));
        is_plain.then(|| self.document.scalar_text(&node.pointer)).flatten()
    }

    /// Prose, where a number or a truth value is as good as text.
    pub(super) fn text(&mut self, members: &'d Map<String, Value>, at: &Pointer, key: &str) -> Option<Text<'d>> {
        match members.get(key)? {
            Value::String(text) => Some(Cow::Borrowed(text)),
            Value::Null => None,
            scalar @ (Value::Number(_) | Value::Bool(_)) => {
                let text = self.source_text(&Node { value: scalar, pointer: at.join(key) });
                Some(text.map_or_else(|| Cow::Owned(scalar.to_string()), Cow::Borrowed))
            }
            Value::Object(node) if node.get("$ref").is_some_and(Value::is_string) => {
                let node = self.collection(members, at, key)?;
                node.value.as_str().map(Cow::Borrowed).or_else(|| self.wrong_type(&node.pointer, "text", node.value))
            }
            other => self.wrong_type(&at.join(key), "text", other),
        }
    }

    pub(super) fn boolean(&mut self, members: &'d Map<String, Value>, at: &Pointer, key: &str) -> Option<bool> {
        match members.get(key)? {
            Value::Bool(value) => Some(*value),
            Value::Null => None,
            Value::String(text) if text == "true" || text == "false" => {
                let message = format!("`{text}` must not be quoted; it is read as a truth value");
                self.diagnostics.report(Code::MisshapenKeyword, &at.join(key), message);
                Some(text == "true")
            }
            other => self.wrong_type(&at.join(key), "`true` or `false`", other),
        }
    }

    /// A list of names and where each stands; one name alone is read as a list of it, and an object with a name as that.
    pub(super) fn names(
        &mut self,
        members: &'d Map<String, Value>,
        at: &Pointer,
        key: &str,
    ) -> Vec<(&'d str, Pointer)> {
        if let Some(Value::String(name)) = members.get(key) {
            let at = at.join(key);
            self.misshapen(&at, format!("`{key}` must be a list; it is read as a list of `{name}`"));
            return vec![(name, at)];
        }
        if let Some(value @ (Value::Number(_) | Value::Bool(_))) = members.get(key) {
            let node = Node { value, pointer: at.join(key) };
            return self.unquoted(&node).map(|name| (name, node.pointer)).into_iter().collect();
        }
        let mut names = Vec::new();
        for node in self.list(members, at, key) {
            match node.value {
                Value::String(name) => names.push((name.as_str(), node.pointer)),
                other => match other.get("name").and_then(Value::as_str) {
                    Some(name) => {
                        let message = format!("an element of `{key}` must be a name; the object is read as `{name}`");
                        self.misshapen(&node.pointer, message);
                        names.push((name, node.pointer));
                    }
                    None => names.extend(self.unquoted(&node).map(|name| (name, node.pointer))),
                },
            }
        }
        names
    }

    /// Reports a value of another type than it should have, of which it is clear what it means.
    pub(super) fn misshapen(&mut self, at: &Pointer, message: String) {
        self.diagnostics.report(Code::MisshapenKeyword, at, message);
    }

    /// Reports a value of the wrong type and stands for its absence.
    pub(super) fn wrong_type<T>(&mut self, at: &Pointer, expected: &str, found: &Value) -> Option<T> {
        let found = match found {
            Value::Null => "null",
            Value::Bool(_) => "a truth value",
            Value::Number(_) => "a number",
            Value::String(_) => "a string",
            Value::Array(_) => "a list",
            Value::Object(_) => "an object",
        };
        let key = at.last().unwrap_or("the document");
        let is_index = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit());
        let what = match at.parent().and_then(Pointer::last).filter(|_| is_index) {
            Some(list) => format!("an element of `{list}`"),
            None => format!("`{key}`"),
        };
        self.diagnostics.report(Code::WrongType, at, format!("{what} must be {expected}, but is {found}"));
        None
    }

    /// Follows `$ref` from a node that is not a schema until something else stands there.
    ///
    /// Gives nothing, and reports `code`, when the reference leads nowhere.
    pub(super) fn follow(&mut self, node: Node<'d>, code: Code) -> Option<Node<'d>> {
        let mut chain = self.chain(node, code);
        chain.nodes.pop().filter(|_| chain.is_complete)
    }

    /// All nodes from one to the next of which `$ref` leads, the first and the last included.
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
                    self.diagnostics.report_unresolved(code, &origin, &error, "it is left out");
                    return Chain { nodes, is_complete: false };
                }
            }
        }
        self.diagnostics.report(code, &origin, "this reference leads back to itself; it is left out");
        Chain { nodes, is_complete: false }
    }
}
