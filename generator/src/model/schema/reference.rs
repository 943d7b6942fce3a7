//! References to schemas, and their targets.

use serde_json::Value;

use crate::diagnostics::Code;
use crate::hash::HashMap;
use crate::model::node::Node;
use crate::model::reader::{LONGEST_REFERENCE_CHAIN, Reader};
use crate::source::{Pointer, UnresolvedReference};

/// A `$ref` to a schema.
#[derive(Clone, Debug)]
pub struct Reference {
    /// The location of its target, or the reason why it cannot be resolved.
    pub target: Result<Pointer, UnresolvedReference>,
}

impl<'d> Reader<'d, '_> {
    /// Records the location of each component schema; `key` is the name of their container in this version.
    ///
    /// A component that only refers to a schema without a name, such as another file, becomes that schema. Every
    /// reference to that location then means the component.
    pub(in crate::model) fn place_components(
        &mut self,
        components: Option<&Node<'d>>,
        key: &str,
    ) -> Vec<(&'d str, Node<'d>)> {
        let Some(components) = components else { return Vec::new() };
        let Some(object) = &self.object(components) else { return Vec::new() };
        let mut schemas = self.map(object, key);
        let own: HashMap<Pointer, &str> = schemas.iter().map(|(name, node)| (node.pointer.clone(), *name)).collect();
        for (name, node) in &mut schemas {
            let place = self.end_of_references(&node.pointer);
            if let Some(place) = place.filter(|place| !own.contains_key(place) && !self.components.contains_key(place))
                && let Some(value) = self.document.value(&place)
            {
                *node = Node { value, pointer: place };
            }
            self.components.insert(node.pointer.clone(), name);
        }
        schemas
    }

    /// Returns the location at the end of a chain of nodes that contain only a reference, or `None` if it cannot be
    /// resolved.
    fn end_of_references(&self, start: &Pointer) -> Option<Pointer> {
        let mut at = start.clone();
        for _ in 0..LONGEST_REFERENCE_CHAIN {
            let Some(reference) = only_reference(self.document.value(&at)?) else { return Some(at) };
            at = self.document.resolve(&at, reference).ok()?;
            if self.components.contains_key(&at) {
                return Some(at);
            }
        }
        None
    }

    /// Records a reference at `from` and resolves it.
    pub(in crate::model) fn reference(&mut self, from: &Pointer, text: &str) -> Reference {
        Reference { target: self.document.resolve(from, text).map(|place| self.referred(place)) }
    }

    /// Records a `$dynamicRef` at `from` and resolves it.
    pub(super) fn dynamic_reference(&mut self, from: &Pointer, text: &str) -> Reference {
        let found = self.document.resolve_dynamic(from, text);
        if let Ok((_, false)) = found {
            let message = "several schemas define this dynamic anchor; the nearest one is always used";
            self.diagnostics.report(Code::UnsupportedKeyword, &from.join("$dynamicRef"), message);
        }
        Reference { target: found.map(|(place, _)| self.referred(place)) }
    }

    /// Records a `$recursiveRef` at `from`, which refers to the component or the resource around it.
    pub(super) fn recursive_reference(&mut self, from: &Pointer) -> Reference {
        let resource = self.document.resource_around(from);
        let mut at = from.clone();
        while at != resource && !self.components.contains_key(&at) {
            let Some(parent) = at.parent() else { break };
            at = parent.clone();
        }
        Reference { target: Ok(self.referred(at)) }
    }

    /// Returns the location of the component schema of this name, or of the definition in Swagger 2.0.
    pub(super) fn component_called(&mut self, name: &str) -> Option<Pointer> {
        let places = [self.version.component(name), Pointer::root().join("definitions").join(name)];
        let place = places.into_iter().find(|at| self.document.value(at).is_some())?;
        Some(self.referred(place))
    }

    /// Records the target of a reference and returns the location of its schema.
    fn referred(&mut self, place: Pointer) -> Pointer {
        if self.components.contains_key(&place) {
            return place;
        }
        let place = self.end_of_references(&place).unwrap_or(place);
        if !self.components.contains_key(&place) {
            self.ref_targets.insert(place.clone());
        }
        place
    }
}

/// Returns the reference of a node that contains nothing else, apart from extensions.
fn only_reference(value: &Value) -> Option<&str> {
    let members = value.as_object()?;
    let is_alone = members.keys().all(|key| key == "$ref" || key.starts_with("x-"));
    members.get("$ref").filter(|_| is_alone)?.as_str()
}
