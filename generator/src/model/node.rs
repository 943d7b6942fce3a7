//! Values of the tree with their location.

use serde_json::Value;

use super::Keywords;
use crate::source::Pointer;

/// A value of the tree and its location.
#[derive(Clone, Debug)]
pub(super) struct Node<'d> {
    pub(super) value: &'d Value,
    pub(super) pointer: Pointer,
}

impl<'d> Node<'d> {
    pub(super) fn child(&self, token: &str, value: &'d Value) -> Self {
        Self { value, pointer: self.pointer.join(token) }
    }

    /// Returns the node as an object, or `None` if it is not one.
    pub(super) fn as_object(&self) -> Option<Object<'d>> {
        Some(Object { keywords: Keywords::new(self.value.as_object()?), at: self.pointer.clone() })
    }
}

/// An object of the tree and its location.
#[derive(Clone, Debug)]
pub(super) struct Object<'d> {
    pub(super) keywords: Keywords<'d>,
    pub(super) at: Pointer,
}

impl<'d> Object<'d> {
    /// Returns the value of a key, null included.
    pub(super) fn get(&self, key: &str) -> Option<&'d Value> {
        self.keywords.get(key)
    }

    /// Returns `true` if the object has a key, even if its value is null.
    pub(super) fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// Returns the node of a key, or `None` if it is absent or null.
    pub(super) fn member(&self, key: &str) -> Option<Node<'d>> {
        self.get(key).filter(|value| !value.is_null()).map(|value| self.child(key, value))
    }

    /// Returns the nodes of all keys, null included.
    pub(super) fn nodes(&self) -> impl Iterator<Item = (&'d str, Node<'d>)> {
        self.keywords.iter().map(|(key, value)| (key.as_str(), self.child(key, value)))
    }

    /// Returns the node of a key whose value is known.
    pub(super) fn child(&self, key: &str, value: &'d Value) -> Node<'d> {
        Node { value, pointer: self.at.join(key) }
    }
}
