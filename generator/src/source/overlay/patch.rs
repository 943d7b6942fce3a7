//! A tree that overlays change, with the origin of each changed node.

use serde_json::Value;

use super::json_path::Path;
use crate::hash::{HashMap, HashSet};
use crate::source::document::child;
use crate::source::limits::{self, grouped};
use crate::source::{Pointer, SourceErrorKind};

/// The origins of nodes that overlays added or moved. The innermost entry around a node applies.
#[derive(Debug, Default)]
pub(in crate::source) struct Origins(Origin);

/// The origin of a node, if it has its own, and of its descendants.
#[derive(Debug, Default)]
struct Origin {
    own: Option<Pointer>,
    inside: HashMap<String, Self>,
}

impl Origins {
    /// Returns the origin of the node at a path.
    pub(in crate::source) fn of<'s>(&self, path: impl IntoIterator<Item = &'s str>) -> Pointer {
        let mut origin = self.0.own.clone().unwrap_or_else(Pointer::root);
        let mut node = Some(&self.0);
        for step in path {
            node = node.and_then(|node| node.inside.get(step));
            origin = node.and_then(|node| node.own.clone()).unwrap_or_else(|| origin.join(step));
        }
        origin
    }

    /// Returns `true` if no node was added or moved.
    pub(in crate::source) fn are_plain(&self) -> bool {
        self.0.own.is_none() && self.0.inside.is_empty()
    }

    fn of_path(&self, path: &[String]) -> Pointer {
        self.of(path.iter().map(String::as_str))
    }

    /// Records the origin of a node and its descendants.
    fn set(&mut self, path: &[String], origin: Pointer) {
        let node = path.iter().fold(&mut self.0, |node, step| node.inside.entry(step.clone()).or_default());
        *node = Origin { own: Some(origin), inside: HashMap::default() };
    }

    fn get_mut(&mut self, path: &[String]) -> Option<&mut Origin> {
        path.iter().try_fold(&mut self.0, |node, step| node.inside.get_mut(step))
    }

    /// Records the removal of elements of an array of this length: the elements after them move, with their origins.
    fn remove_elements(&mut self, array: &[String], removed: &HashSet<usize>, length: usize) {
        let origin = self.of_path(array);
        let first = removed.iter().min().copied().unwrap_or(length);
        let node = array.iter().fold(&mut self.0, |node, step| node.inside.entry(step.clone()).or_default());
        let mut to = first;
        for from in first..length {
            let element = node.inside.remove(&from.to_string());
            if removed.contains(&from) {
                continue;
            }
            let mut element = element.unwrap_or_default();
            element.own.get_or_insert_with(|| origin.index(from));
            node.inside.insert(to.to_string(), element);
            to += 1;
        }
    }
}

/// The limits on growth of a tree by overlays.
#[derive(Debug)]
pub(in crate::source) struct Growth {
    /// The number of values in the tree.
    values: usize,
    /// The approximate number of bytes to write the additions.
    added: usize,
    /// The size of the document and its overlays in bytes.
    text: usize,
}

impl Growth {
    /// Creates the limits for a tree with this number of values, parsed from a text of this size.
    pub(in crate::source) fn of(values: usize, text: usize) -> Self {
        Self { values, added: 0, text }
    }

    /// Raises the limits by the size of an overlay.
    pub(in crate::source) fn allow_for(&mut self, text: usize) {
        self.text = self.text.saturating_add(text);
    }

    /// Counts a value that is about to be added below `depth` objects and arrays.
    fn add(&mut self, depth: usize, value: &Value) -> Result<(), Refusal> {
        self.count(depth, value)?;
        let limit = self.text.saturating_mul(limits::ALIAS_FACTOR).max(limits::FREE_ALIASES);
        if self.added > limit {
            let message = format!("overlays add more than {} to the document", limits::size(limit));
            return Err(Refusal { kind: SourceErrorKind::TooLarge, message });
        }
        if self.values > limits::VALUES {
            let message = format!("overlays expand the document to more than {} values", grouped(limits::VALUES));
            return Err(Refusal { kind: SourceErrorKind::TooLarge, message });
        }
        Ok(())
    }

    fn count(&mut self, depth: usize, value: &Value) -> Result<(), Refusal> {
        self.values = self.values.saturating_add(1);
        if depth > limits::DEPTH || (depth == limits::DEPTH && (value.is_object() || value.is_array())) {
            let message = format!("objects and arrays must be nested at most {} levels deep", limits::DEPTH);
            return Err(Refusal { kind: SourceErrorKind::TooDeep, message });
        }
        let bytes = match value {
            Value::String(text) => text.len(),
            Value::Array(elements) => {
                elements.iter().try_for_each(|element| self.count(depth + 1, element))?;
                elements.len()
            }
            Value::Object(members) => {
                members.values().try_for_each(|member| self.count(depth + 1, member))?;
                members.keys().map(|key| key.len() + 1).sum()
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => 4,
        };
        self.added = self.added.saturating_add(bytes + 1);
        Ok(())
    }
}

/// The reason why a change is rejected.
#[derive(Debug)]
pub(in crate::source) struct Refusal {
    pub(in crate::source) kind: SourceErrorKind,
    pub(in crate::source) message: String,
}

impl Refusal {
    fn unfit(message: String) -> Self {
        Self { kind: SourceErrorKind::InvalidOverlay, message }
    }
}

/// A tree that overlays change.
#[derive(Debug)]
pub(in crate::source) struct PatchedTree<'t> {
    pub(in crate::source) tree: &'t mut Value,
    pub(in crate::source) origins: Origins,
    pub(in crate::source) growth: Growth,
    /// The remaining work for finding nodes.
    pub(in crate::source) work: usize,
}

impl<'t> PatchedTree<'t> {
    /// Creates a tree with this number of values, parsed from a text of this size.
    pub(in crate::source) fn new(tree: &'t mut Value, values: usize, text: usize) -> Self {
        let growth = Growth::of(values, text);
        Self { tree, origins: Origins::default(), growth, work: limits::PATH_WORK }
    }

    /// Merges a value into the node at a path: objects property by property, arrays by appending, and anything else by
    /// replacing (Overlay Specification 1.1, "Action Object"). `origin` is the location of the value.
    ///
    /// # Errors
    /// Returns an error if the node at the path cannot be merged with a value of this type, or the tree would exceed
    /// its limits.
    pub(in crate::source) fn update(
        &mut self,
        path: &[String],
        value: &Value,
        origin: &Pointer,
    ) -> Result<(), Refusal> {
        let target = at(self.tree, path);
        match (target, value) {
            (Some(Value::Object(_)), Value::Object(_)) | (Some(Value::Array(_)), Value::Array(_)) => {}
            (Some(Value::Array(elements)), entry) => {
                self.growth.add(path.len() + 1, entry)?;
                let mut path = path.to_owned();
                path.push(elements.len().to_string());
                elements.push(entry.clone());
                self.origins.set(&path, origin.clone());
                return Ok(());
            }
            (Some(Value::Object(_)), other) => {
                let message = format!("the update of an object must be an object; found {}", kind(other));
                return Err(Refusal::unfit(message));
            }
            (Some(_), Value::Object(_) | Value::Array(_)) => {
                let message = format!("the update of a scalar must be a scalar; found {}", kind(value));
                return Err(Refusal::unfit(message));
            }
            (None, _) => return Err(Refusal::unfit("the target no longer exists".to_owned())),
            (Some(_), _) => {}
        }
        self.merge(&mut path.to_owned(), value, origin)
    }

    fn merge(&mut self, path: &mut Path, value: &Value, origin: &Pointer) -> Result<(), Refusal> {
        match (at(self.tree, path), value) {
            (Some(Value::Object(_)), Value::Object(members)) => {
                for (key, member) in members {
                    path.push(key.clone());
                    self.merge(path, member, &origin.join(key))?;
                    path.pop();
                }
                Ok(())
            }
            (Some(Value::Array(target)), Value::Array(elements)) => {
                for element in elements {
                    self.growth.add(path.len() + 1, element)?;
                }
                let first = target.len();
                target.extend(elements.iter().cloned());
                for index in 0..elements.len() {
                    path.push((first + index).to_string());
                    self.origins.set(path, origin.index(index));
                    path.pop();
                }
                Ok(())
            }
            _ => self.put(path, value, origin),
        }
    }

    /// Replaces a node, or adds a property to an object.
    fn put(&mut self, path: &[String], value: &Value, origin: &Pointer) -> Result<(), Refusal> {
        self.growth.add(path.len(), value)?;
        match (at(self.tree, path), path.split_last()) {
            (Some(node), _) => *node = value.clone(),
            (None, Some((key, parent))) => match at(self.tree, parent) {
                Some(Value::Object(members)) => drop(members.insert(key.clone(), value.clone())),
                _ => return Ok(()),
            },
            (None, None) => return Ok(()),
        }
        self.origins.set(path, origin.clone());
        Ok(())
    }

    /// Removes nodes from their parents. The root is never removed.
    pub(in crate::source) fn remove(&mut self, paths: &[Path]) {
        let mut by_parent: HashMap<&[String], HashSet<&str>> = HashMap::default();
        for (key, parent) in paths.iter().filter_map(|path| path.split_last()) {
            by_parent.entry(parent).or_default().insert(key);
        }
        let mut parents: Vec<_> = by_parent.into_iter().collect();
        // Nodes are removed from the innermost out, so that no removal moves a node that is still to be removed.
        parents.sort_by_key(|(parent, _)| std::cmp::Reverse(parent.len()));
        for (parent, keys) in parents {
            self.remove_from(parent, &keys);
        }
    }

    fn remove_from(&mut self, parent: &[String], keys: &HashSet<&str>) {
        match at(self.tree, parent) {
            Some(Value::Object(members)) => {
                members.retain(|key, _| !keys.contains(key.as_str()));
                if let Some(origin) = self.origins.get_mut(parent) {
                    origin.inside.retain(|key, _| !keys.contains(key.as_str()));
                }
            }
            Some(Value::Array(elements)) => {
                let length = elements.len();
                let removed: HashSet<usize> = keys.iter().filter_map(|key| key.parse().ok()).collect();
                let mut index = 0..length;
                elements.retain(|_| !index.next().is_some_and(|index| removed.contains(&index)));
                self.origins.remove_elements(parent, &removed, length);
            }
            _ => {}
        }
    }

    /// Returns the node at a path and its origin.
    pub(in crate::source) fn node(&self, path: &[String]) -> Option<(Value, Pointer)> {
        let node = path.iter().try_fold(&*self.tree, |node, step| child(node, step))?;
        Some((node.clone(), self.origins.of_path(path)))
    }
}

fn at<'t>(tree: &'t mut Value, path: &[String]) -> Option<&'t mut Value> {
    path.iter().try_fold(tree, |node, step| match node {
        Value::Object(members) => members.get_mut(step),
        Value::Array(elements) => elements.get_mut(step.parse::<usize>().ok()?),
        _ => None,
    })
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn path(text: &str) -> Path {
        text.split('/').filter(|step| !step.is_empty()).map(str::to_owned).collect()
    }

    #[test]
    fn objects_merge_lists_grow_and_pieces_are_replaced() {
        let mut tree = json!({"a": {"b": 1, "c": [1]}, "d": "x"});
        let overlay = Pointer::root().join("overlay");
        let mut patched = PatchedTree::new(&mut tree, 0, 0);
        patched.update(&path("a"), &json!({"b": 2, "c": [2, 3], "e": {"f": null}}), &overlay).expect("it fits");
        patched.update(&path("a/c"), &json!({"g": 1}), &overlay).expect("it fits");
        patched.update(&path("d"), &json!("y"), &overlay).expect("it fits");
        assert!(patched.update(&path("a"), &json!([1]), &overlay).is_err_and(|why| why.message.contains("an array")));
        assert!(patched.update(&path("d"), &json!({}), &overlay).is_err_and(|why| why.message.contains("an object")));
        let origins = patched.origins;
        assert_eq!(tree, json!({"a": {"b": 2, "c": [1, 2, 3, {"g": 1}], "e": {"f": null}}, "d": "y"}));
        let origin = |steps: &[&str]| origins.of(steps.iter().copied()).to_string();
        assert_eq!(origin(&["a", "c", "0"]), "#/a/c/0");
        assert_eq!(origin(&["a", "c", "2"]), "#/overlay/c/1");
        assert_eq!(origin(&["a", "c", "3", "g"]), "#/overlay/g");
        assert_eq!(origin(&["a", "e", "f"]), "#/overlay/e/f");
        assert_eq!(origin(&["a"]), "#/a");
    }

    #[test]
    fn what_moves_up_after_a_removal_stays_what_it_was() {
        let mut tree = json!({"list": [{"n": 0}, {"n": 1}, {"n": 2}], "gone": 1});
        let overlay = Pointer::root().join("overlay");
        let mut patched = PatchedTree::new(&mut tree, 0, 0);
        patched.update(&path("list/2"), &json!({"new": 1}), &overlay).expect("it fits");
        patched.remove(&[path("list/0")]);
        patched.remove(&[path("list/0"), path("gone"), path("nowhere/0"), path("")]);
        let origins = patched.origins;
        assert_eq!(tree, json!({"list": [{"n": 2, "new": 1}]}));
        assert_eq!(origins.of(["list", "0", "n"]).to_string(), "#/list/2/n");
        assert_eq!(origins.of(["list", "0", "new"]).to_string(), "#/overlay/new");
    }
}
