//! A tree that overlays change, which remembers where each changed node comes from.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Pointer;
use super::document::child;

/// Steps from the root of the tree.
pub(super) type Path = Vec<String>;

/// Where nodes come from that do not stand where the root file has them: the innermost entry around a node tells.
#[derive(Debug, Default)]
pub(super) struct Origins(BTreeMap<Path, Pointer>);

impl Origins {
    /// Where the node comes from that stands at these steps.
    pub(super) fn of(&self, path: &[&str]) -> Pointer {
        let start = (0..=path.len()).rev().find_map(|length| {
            let outer: Path = path.get(..length)?.iter().map(|step| (*step).to_owned()).collect();
            Some((length, self.0.get(&outer)?.clone()))
        });
        let (length, origin) = start.unwrap_or((0, Pointer::root()));
        path.get(length..).unwrap_or_default().iter().fold(origin, |origin, step| origin.join(step))
    }

    /// Whether every node stands where the root file has it.
    pub(super) fn are_plain(&self) -> bool {
        self.0.is_empty()
    }

    fn of_path(&self, path: &Path) -> Pointer {
        self.of(&path.iter().map(String::as_str).collect::<Vec<_>>())
    }

    fn set(&mut self, path: Path, origin: Pointer) {
        self.forget(&path);
        self.0.insert(path, origin);
    }

    /// Takes out the entries of a node and of everything in it.
    fn forget(&mut self, path: &Path) -> Vec<(Path, Pointer)> {
        let inside: Vec<Path> = self
            .0
            .range(path.clone()..)
            .map(|(path, _)| path)
            .take_while(|other| other.starts_with(path))
            .cloned()
            .collect();
        inside.into_iter().filter_map(|path| self.0.remove_entry(&path)).collect()
    }
}

/// A tree that is being changed.
#[derive(Debug)]
pub(super) struct PatchedTree<'t> {
    pub(super) tree: &'t mut Value,
    pub(super) origins: &'t mut Origins,
}

impl PatchedTree<'_> {
    /// Merges a value into the node at a path: objects member by member, lists by adding at the end, and anything else by
    /// taking its place (Overlay Specification 1.1, "Action Object"). `origin` is where the value stands.
    ///
    /// # Errors
    /// Says why when the node at the path itself is not of a kind that takes the value.
    pub(super) fn update(&mut self, path: &Path, value: &Value, origin: &Pointer) -> Result<(), String> {
        let target = at(self.tree, path);
        match (target, value) {
            (Some(Value::Object(_)), Value::Object(_)) | (Some(Value::Array(_)), Value::Array(_)) => {}
            (Some(Value::Array(elements)), entry) => {
                let mut path = path.clone();
                path.push(elements.len().to_string());
                elements.push(entry.clone());
                self.origins.set(path, origin.clone());
                return Ok(());
            }
            (Some(Value::Object(_)), other) => {
                return Err(format!("an object is updated with an object, but this is {}", kind(other)));
            }
            (Some(_), Value::Object(_) | Value::Array(_)) => {
                return Err(format!("a value of one piece is updated with another, but this is {}", kind(value)));
            }
            (None, _) => return Err("nothing stands there any more".to_owned()),
            (Some(_), _) => {}
        }
        self.merge(path.clone(), value, origin);
        Ok(())
    }

    fn merge(&mut self, path: Path, value: &Value, origin: &Pointer) {
        match (at(self.tree, &path), value) {
            (Some(Value::Object(_)), Value::Object(members)) => {
                for (key, member) in members {
                    let mut inner = path.clone();
                    inner.push(key.clone());
                    self.merge(inner, member, &origin.join(key));
                }
            }
            (Some(Value::Array(target)), Value::Array(elements)) => {
                let first = target.len();
                target.extend(elements.iter().cloned());
                for index in 0..elements.len() {
                    let mut inner = path.clone();
                    inner.push((first + index).to_string());
                    self.origins.set(inner, origin.index(index));
                }
            }
            _ => self.put(path, value, origin),
        }
    }

    /// Puts a value in the place of a node, or as a new member of an object.
    fn put(&mut self, path: Path, value: &Value, origin: &Pointer) {
        match (at(self.tree, &path), path.split_last()) {
            (Some(node), _) => *node = value.clone(),
            (None, Some((key, parent))) => match at(self.tree, parent) {
                Some(Value::Object(members)) => drop(members.insert(key.clone(), value.clone())),
                _ => return,
            },
            (None, None) => return,
        }
        self.origins.set(path, origin.clone());
    }

    /// Removes the node at a path from what it stands in; nothing is done with the root.
    pub(super) fn remove(&mut self, path: &Path) {
        let Some((key, parent)) = path.split_last() else { return };
        let elements = match at(self.tree, parent) {
            Some(Value::Object(members)) => {
                members.shift_remove(key);
                self.origins.forget(path);
                return;
            }
            Some(Value::Array(elements)) => elements,
            _ => return,
        };
        let Some(removed) = key.parse::<usize>().ok().filter(|index| *index < elements.len()) else { return };
        elements.remove(removed);
        self.origins.forget(path);
        // The elements after it move up and stay what they were.
        let element = |index: usize| parent.iter().cloned().chain([index.to_string()]).collect::<Path>();
        for index in removed..elements.len() {
            let (old, new) = (element(index + 1), element(index));
            let origin = self.origins.of_path(&old);
            let inside = self.origins.forget(&old);
            self.origins.set(new.clone(), origin);
            for (path, origin) in inside.into_iter().filter(|(path, _)| path.len() > new.len()) {
                let inner = new.iter().chain(path.get(new.len()..).unwrap_or_default()).cloned().collect();
                self.origins.0.insert(inner, origin);
            }
        }
    }

    /// The node at a path and where it comes from.
    pub(super) fn node(&self, path: &Path) -> Option<(Value, Pointer)> {
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
        Value::Bool(_) => "a truth value",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
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
        let mut origins = Origins::default();
        let overlay = Pointer::root().join("overlay");
        let mut patched = PatchedTree { tree: &mut tree, origins: &mut origins };
        patched.update(&path("a"), &json!({"b": 2, "c": [2, 3], "e": {"f": null}}), &overlay).expect("it fits");
        patched.update(&path("a/c"), &json!({"g": 1}), &overlay).expect("it fits");
        patched.update(&path("d"), &json!("y"), &overlay).expect("it fits");
        assert!(patched.update(&path("a"), &json!([1]), &overlay).is_err_and(|why| why.contains("a list")));
        assert!(patched.update(&path("d"), &json!({}), &overlay).is_err_and(|why| why.contains("an object")));
        assert_eq!(tree, json!({"a": {"b": 2, "c": [1, 2, 3, {"g": 1}], "e": {"f": null}}, "d": "y"}));
        let origin = |steps: &[&str]| origins.of(steps).to_string();
        assert_eq!(origin(&["a", "c", "0"]), "#/a/c/0");
        assert_eq!(origin(&["a", "c", "2"]), "#/overlay/c/1");
        assert_eq!(origin(&["a", "c", "3", "g"]), "#/overlay/g");
        assert_eq!(origin(&["a", "e", "f"]), "#/overlay/e/f");
        assert_eq!(origin(&["a"]), "#/a");
    }

    #[test]
    fn what_moves_up_after_a_removal_stays_what_it_was() {
        let mut tree = json!({"list": [{"n": 0}, {"n": 1}, {"n": 2}], "gone": 1});
        let mut origins = Origins::default();
        let overlay = Pointer::root().join("overlay");
        let mut patched = PatchedTree { tree: &mut tree, origins: &mut origins };
        patched.update(&path("list/2"), &json!({"new": 1}), &overlay).expect("it fits");
        patched.remove(&path("list/0"));
        patched.remove(&path("list/0"));
        patched.remove(&path("gone"));
        patched.remove(&path("nowhere/0"));
        assert_eq!(tree, json!({"list": [{"n": 2, "new": 1}]}));
        assert_eq!(origins.of(&["list", "0", "n"]).to_string(), "#/list/2/n");
        assert_eq!(origins.of(&["list", "0", "new"]).to_string(), "#/overlay/new");
    }
}
