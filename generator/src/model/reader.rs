//! Reads members of the tree with the types that the specification gives them; whatever has another type
//! is reported where it stands and treated as absent.

use std::borrow::Cow;

use indexmap::IndexSet;
use serde_json::{Map, Value};

use super::Text;
use crate::diagnostics::{Code, Diagnostics};
use crate::source::Pointer;

/// How many references may lead from one to the next before the chain is taken for a cycle.
const LONGEST_REFERENCE_CHAIN: usize = 64;

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

/// Reads one document.
pub(super) struct Reader<'d, 'x> {
    tree: &'d Value,
    pub(super) diagnostics: &'x mut Diagnostics,
    /// Where references point that do not name a component schema.
    pub(super) hoisted: IndexSet<Pointer>,
}

impl<'d, 'x> Reader<'d, 'x> {
    pub(super) fn new(tree: &'d Value, diagnostics: &'x mut Diagnostics) -> Self {
        Self { tree, diagnostics, hoisted: IndexSet::new() }
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

    /// The elements of a list; nothing at all when there is no such member.
    pub(super) fn list(&mut self, members: &'d Map<String, Value>, at: &Pointer, key: &str) -> Vec<Node<'d>> {
        let Some(node) = self.member(members, at, key) else { return Vec::new() };
        match node.value {
            Value::Array(elements) => {
                elements.iter().enumerate().map(|(i, value)| node.child(&i.to_string(), value)).collect()
            }
            other => self.wrong_type(&node.pointer, "a list", other).unwrap_or_default(),
        }
    }

    /// The members of an object; nothing at all when there is no such member.
    pub(super) fn map(&mut self, members: &'d Map<String, Value>, at: &Pointer, key: &str) -> Vec<(&'d str, Node<'d>)> {
        let Some(node) = self.member(members, at, key) else { return Vec::new() };
        let Some(members) = self.object(&node) else { return Vec::new() };
        members.iter().map(|(name, value)| (name.as_str(), node.child(name, value))).collect()
    }

    pub(super) fn string(&mut self, members: &'d Map<String, Value>, at: &Pointer, key: &str) -> Option<&'d str> {
        match members.get(key)? {
            Value::String(text) => Some(text),
            Value::Null => None,
            other => self.wrong_type(&at.join(key), "a string", other),
        }
    }

    /// Prose, where a number or a truth value is as good as text.
    pub(super) fn text(&mut self, members: &'d Map<String, Value>, at: &Pointer, key: &str) -> Option<Text<'d>> {
        match members.get(key)? {
            Value::String(text) => Some(Cow::Borrowed(text)),
            Value::Null => None,
            scalar @ (Value::Number(_) | Value::Bool(_)) => Some(Cow::Owned(scalar.to_string())),
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
        let origin = node.pointer.clone();
        let mut node = node;
        for _ in 0..LONGEST_REFERENCE_CHAIN {
            let Some(reference) = node.value.get("$ref").and_then(Value::as_str) else { return Some(node) };
            let target = Pointer::parse_fragment(reference);
            match target.and_then(|pointer| Some(Node { value: pointer.get(self.tree)?, pointer })) {
                Some(next) => node = next,
                None => {
                    self.diagnostics.report(code, &origin, format!("nothing stands at `{reference}`"));
                    return None;
                }
            }
        }
        self.diagnostics.report(code, &origin, "this reference leads back to itself");
        None
    }

    /// The value at a place in the document.
    pub(super) fn lookup(&self, at: &Pointer) -> Option<Node<'d>> {
        Some(Node { value: at.get(self.tree)?, pointer: at.clone() })
    }

    /// Reads the URLs of `servers`, with the defaults of their variables filled in.
    pub(super) fn servers(&mut self, members: &'d Map<String, Value>, at: &Pointer) -> Vec<String> {
        let mut urls = Vec::new();
        for server in self.list(members, at, "servers") {
            let Some(members) = self.object(&server) else { continue };
            let Some(url) = self.string(members, &server.pointer, "url") else { continue };
            let mut url = url.to_owned();
            for (name, variable) in self.map(members, &server.pointer, "variables") {
                let Some(members) = self.object(&variable) else { continue };
                if let Some(default) = self.text(members, &variable.pointer, "default") {
                    url = url.replace(&format!("{{{name}}}"), &default);
                }
            }
            urls.push(url);
        }
        urls
    }

    /// Reads names and descriptions of `tags`.
    pub(super) fn tags(&mut self, members: &'d Map<String, Value>, at: &Pointer) -> Vec<(&'d str, Option<Text<'d>>)> {
        let mut tags = Vec::new();
        for tag in self.list(members, at, "tags") {
            let Some(members) = self.object(&tag) else { continue };
            if let Some(name) = self.string(members, &tag.pointer, "name") {
                tags.push((name, self.text(members, &tag.pointer, "description")));
            }
        }
        tags
    }
}
