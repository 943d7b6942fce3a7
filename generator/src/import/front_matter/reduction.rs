//! A document reduced to some of its operations and the components that they need, in one file.

use std::collections::VecDeque;

use serde_json::{Map, Value};

use super::Target;
use crate::hash::{HashMap, HashSet};
use crate::import::piece::is_method;
use crate::source::{Document, FileId, Pointer};

/// Keywords whose values are not part of the structure of the document.
const VALUES: [&str; 5] = ["example", "examples", "default", "enum", "const"];

/// The containers of components in Swagger 2.0.
const SWAGGER: [&str; 4] = ["definitions", "parameters", "responses", "securityDefinitions"];

/// Returns the document with only the operations that are targets.
pub(super) fn reduce(document: &Document, targets: &[Target]) -> Map<String, Value> {
    let is_swagger = document.root().get("swagger").is_some();
    let mut reduction = Reduction {
        document,
        is_swagger,
        open: VecDeque::new(),
        places: HashMap::default(),
        taken: HashSet::default(),
        copied: HashMap::default(),
        later: Vec::new(),
    };
    reduction.run(targets)
}

/// The kind of a component and its name.
type Place = (String, String);

struct Reduction<'d> {
    document: &'d Document,
    is_swagger: bool,
    /// Needed nodes that are not yet copied.
    open: VecDeque<Pointer>,
    /// The component that each needed node becomes.
    places: HashMap<Pointer, Place>,
    taken: HashSet<Place>,
    copied: HashMap<Place, Value>,
    /// Nodes that are not components of the root file, in the order of their discovery.
    later: Vec<Place>,
}

impl<'d> Reduction<'d> {
    fn run(&mut self, targets: &[Target]) -> Map<String, Value> {
        let is_whole = targets.contains(&Target::Whole);
        let mut tree = Map::new();
        let own: Vec<Place> = self.own_components();
        self.taken.extend(own.iter().cloned());
        let root = self.document.root().as_object();
        for (key, value) in root.into_iter().flatten() {
            if self.holds_components(key) {
                continue;
            }
            let at = Pointer::root().join(key);
            let copied = match (key.as_str(), value) {
                ("paths" | "webhooks", Value::Object(items)) => self.items(key, items, targets, is_whole),
                _ => self.copy(value, &at),
            };
            tree.insert(key.clone(), copied);
        }
        if is_whole {
            own.iter().for_each(|place| self.need_component(place));
        } else {
            self.need_security(&tree);
            keep_tags(&mut tree);
        }
        self.finish(&own, &mut tree);
        tree
    }

    /// Copies the needed components, in turn the components that those need, and adds all of them to the tree.
    fn finish(&mut self, own: &[Place], tree: &mut Map<String, Value>) {
        let children = self.children();
        while let Some(pointer) = self.open.pop_front() {
            let (Some(value), Some(place)) = (self.document.value(&pointer), self.places.get(&pointer).cloned()) else {
                continue;
            };
            let copied = self.copy(value, &pointer);
            self.copied.insert(place, copied);
            if value.get("discriminator").is_some() {
                for child in children.get(&pointer).into_iter().flatten() {
                    self.need_component(child);
                }
            }
        }
        for place in own.iter().chain(&self.later) {
            let Some(value) = self.copied.remove(place) else { continue };
            let holder = if self.is_swagger {
                &mut *tree
            } else {
                let components = tree.entry("components").or_insert_with(|| Value::Object(Map::new()));
                let Value::Object(components) = components else { continue };
                components
            };
            if let Value::Object(kind) = holder.entry(place.0.clone()).or_insert_with(|| Value::Object(Map::new())) {
                kind.insert(place.1.clone(), value);
            }
        }
    }

    fn holds_components(&self, key: &str) -> bool {
        if self.is_swagger { SWAGGER.contains(&key) } else { key == "components" }
    }

    /// Returns the components of the root file, in their order.
    fn own_components(&self) -> Vec<Place> {
        let root = self.document.root();
        let holder = if self.is_swagger { Some(root) } else { root.get("components") };
        let kinds = holder.and_then(Value::as_object).into_iter().flatten();
        let kinds = kinds.filter(|(kind, _)| !self.is_swagger || SWAGGER.contains(&kind.as_str()));
        kinds
            .flat_map(|(kind, members)| {
                members.as_object().into_iter().flatten().map(|(name, _)| (kind.clone(), name.clone()))
            })
            .collect()
    }

    /// Returns the schemas that extend each schema by `allOf`.
    fn children(&self) -> HashMap<Pointer, Vec<Place>> {
        let kind = if self.is_swagger { "definitions" } else { "schemas" };
        let mut children: HashMap<Pointer, Vec<Place>> = HashMap::default();
        for place in self.own_components().into_iter().filter(|(found, _)| found == kind) {
            let at = self.component(&place);
            let parts = self.document.value(&at).and_then(|schema| schema.get("allOf")).and_then(Value::as_array);
            for reference in parts.into_iter().flatten().filter_map(|part| part.get("$ref")?.as_str()) {
                if let Ok(parent) = self.document.resolve(&at, reference) {
                    children.entry(parent).or_default().push(place.clone());
                }
            }
        }
        children
    }

    fn component(&self, (kind, name): &Place) -> Pointer {
        let holder = if self.is_swagger { Pointer::root() } else { Pointer::root().join("components") };
        holder.join(kind).join(name)
    }

    fn need_component(&mut self, place: &Place) {
        let pointer = self.component(place);
        if self.document.value(&pointer).is_some() {
            self.need(pointer, place.clone());
        }
    }

    fn need(&mut self, pointer: Pointer, place: Place) {
        if !self.places.contains_key(&pointer) {
            self.places.insert(pointer.clone(), place);
            self.open.push_back(pointer);
        }
    }

    /// Adds the security schemes that the document or an operation requires.
    fn need_security(&mut self, tree: &Map<String, Value>) {
        let kind = if self.is_swagger { "securityDefinitions" } else { "securitySchemes" };
        let operations = operations(tree).filter_map(|operation| operation.get("security"));
        let requirements = tree.get("security").into_iter().chain(operations).filter_map(Value::as_array).flatten();
        let names: Vec<String> =
            requirements.filter_map(Value::as_object).flat_map(|requirement| requirement.keys().cloned()).collect();
        for name in names {
            self.need_component(&(kind.to_owned(), name));
        }
    }

    /// Returns the path items, or webhooks, with only the operations that are targets.
    fn items(&mut self, root: &str, items: &'d Map<String, Value>, targets: &[Target], is_whole: bool) -> Value {
        let mut components = Map::new();
        for (name, item) in items {
            let is_kept = |method: Option<&str>| {
                is_whole
                    || targets.iter().any(|target| match target {
                        Target::Operation(path, found) => {
                            root == "paths" && path == name && method.is_none_or(|method| method == found)
                        }
                        Target::Webhook(found) => root == "webhooks" && found == name,
                        Target::Whole => true,
                    })
            };
            if !is_kept(None) {
                continue;
            }
            let mut at = Pointer::root().join(root).join(name);
            let mut item = item;
            // A path item of another file is inlined, because it is not a component.
            if let Some(reference) = item.get("$ref").and_then(Value::as_str)
                && let Ok(target) = self.document.resolve(&at, reference)
                && let Some(found) = self.document.value(&target)
            {
                (at, item) = (target, found);
            }
            let members = item.as_object().into_iter().flatten();
            let members = members.filter(|(key, _)| !is_method(key) || is_kept(Some(key.as_str())));
            let members: Vec<(String, Value)> =
                members.map(|(key, member)| (key.clone(), self.copy(member, &at.join(key)))).collect();
            components.insert(name.clone(), Value::Object(members.into_iter().collect()));
        }
        Value::Object(components)
    }

    /// Returns a copy of a node whose references all refer to components.
    fn copy(&mut self, value: &Value, at: &Pointer) -> Value {
        match value {
            Value::Object(members) => {
                let is_map = at.last() == Some("properties");
                let copied = members.iter().map(|(key, member)| {
                    let copied = match member {
                        Value::String(reference) if key == "$ref" && !is_map => self.refer(at, reference).into(),
                        Value::Object(mapping) if key == "mapping" && members.contains_key("propertyName") => {
                            self.mapping(mapping, &at.join(key))
                        }
                        _ if VALUES.contains(&key.as_str()) && !is_map => member.clone(),
                        _ => self.copy(member, &at.join(key)),
                    };
                    (key.clone(), copied)
                });
                Value::Object(copied.collect())
            }
            Value::Array(elements) => {
                elements.iter().enumerate().map(|(index, element)| self.copy(element, &at.index(index))).collect()
            }
            other => other.clone(),
        }
    }

    /// Returns a copy of the mapping of a discriminator, whose values are references or names of schemas.
    fn mapping(&mut self, mapping: &Map<String, Value>, at: &Pointer) -> Value {
        let mut copied = Map::new();
        for (value, target) in mapping {
            let at = at.join(value);
            let target = match target {
                Value::String(name) if !name.contains(['#', '/', '.']) => {
                    let kind = if self.is_swagger { "definitions" } else { "schemas" };
                    self.need_component(&(kind.to_owned(), name.clone()));
                    target.clone()
                }
                Value::String(reference) => self.refer(&at, reference).into(),
                other => self.copy(other, &at),
            };
            copied.insert(value.clone(), target);
        }
        Value::Object(copied)
    }

    /// Returns a reference to the same target in the one file. A reference that cannot be resolved is unchanged.
    fn refer(&mut self, at: &Pointer, reference: &str) -> String {
        let Ok(target) = self.document.resolve(at, reference) else { return reference.to_owned() };
        let tokens = target.tokens();
        let steps = if self.is_swagger { 2 } else { 3 };
        let is_component = target.file() == FileId::default()
            && tokens.len() >= steps
            && tokens.first().is_some_and(|first| self.holds_components(first));
        if is_component {
            let place = tokens.get(steps - 2).zip(tokens.get(steps - 1));
            if let Some((kind, name)) = place.map(|(kind, name)| ((*kind).to_owned(), (*name).to_owned())) {
                self.need_component(&(kind, name));
            }
            return target.to_string();
        }
        let place = match self.places.get(&target) {
            Some(place) => place.clone(),
            None => self.new_place(at, &target),
        };
        self.need(target, place.clone());
        self.component(&place).to_string()
    }

    /// Creates a component for a target that is not one yet, with the kind that the location of the reference implies
    /// and the name of the target.
    fn new_place(&mut self, from: &Pointer, target: &Pointer) -> Place {
        let kind = kind(&from.tokens(), self.is_swagger);
        let path = self.document.file(target.file()).path();
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let is_allowed = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
        let name: String = target
            .last()
            .unwrap_or(&stem)
            .chars()
            .map(|character| if is_allowed(character) { character } else { '_' })
            .collect();
        let mut place = (kind.to_owned(), name.clone());
        let mut number = 2_usize;
        while !self.taken.insert(place.clone()) {
            place.1 = format!("{name}{number}");
            number += 1;
        }
        self.later.push(place.clone());
        place
    }
}

/// Returns the kind of the target of a reference, from the location of the reference.
fn kind(tokens: &[&str], is_swagger: bool) -> &'static str {
    let last = |back: usize| tokens.len().checked_sub(back).and_then(|at| tokens.get(at)).copied().unwrap_or_default();
    let kinds = ["parameters", "responses", "headers", "links", "callbacks", "requestBodies", "examples"];
    let named = kinds.into_iter().find(|kind| last(2) == *kind && last(3) != "properties");
    match (named, is_swagger) {
        (Some(kind @ ("parameters" | "responses")), true) => kind,
        (_, true) => "definitions",
        (Some(kind), false) => kind,
        (None, false) if last(1) == "requestBody" => "requestBodies",
        (None, false) => "schemas",
    }
}

fn operations(tree: &Map<String, Value>) -> impl Iterator<Item = &Map<String, Value>> {
    let items = ["paths", "webhooks"].into_iter().filter_map(|root| tree.get(root)?.as_object());
    let members = items.flat_map(|items| items.values()).filter_map(Value::as_object).flatten();
    members.filter(|(key, _)| is_method(key)).filter_map(|(_, operation)| operation.as_object())
}

/// Removes the tags that no operation has.
fn keep_tags(tree: &mut Map<String, Value>) {
    let used: HashSet<Value> =
        operations(tree).filter_map(|operation| operation.get("tags")?.as_array()).flatten().cloned().collect();
    if let Some(Value::Array(tags)) = tree.get_mut("tags") {
        tags.retain(|tag| tag.get("name").is_some_and(|name| used.contains(name)));
    }
}
