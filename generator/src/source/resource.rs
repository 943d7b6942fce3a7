//! Schema resources: parts of files with their own URI, and the anchors in them (JSON Schema 2020-12 core, section
//! 8.2).

use serde_json::{Map, Value};

use crate::hash::HashMap;

use super::{FileId, Pointer};

/// Every `$id`, `$anchor` and `$dynamicAnchor` of a document, and the `$self` of its root file.
#[derive(Debug, Default)]
pub(super) struct Resources {
    /// The location of each URI.
    places: HashMap<String, Pointer>,
    /// The URIs of locations that have one.
    uris: HashMap<Pointer, String>,
    /// The location of each anchor, by its resource or file.
    anchors: HashMap<(Pointer, String), Pointer>,
    /// The locations of each dynamic anchor.
    dynamic: HashMap<String, Vec<Pointer>>,
}

/// The keywords that identify a schema.
const IDENTIFIERS: [&str; 3] = ["$id", "$anchor", "$dynamicAnchor"];

impl Resources {
    /// Adds the identifiers of one file.
    pub(super) fn add(&mut self, file: FileId, tree: &Value) {
        let root = Pointer::root_of(file);
        if let Some(uri) = tree.get("$self").and_then(Value::as_str) {
            self.name(&root, uri.to_owned());
        }
        self.visit(tree, &Path::Root(&root), &root);
    }

    fn visit(&mut self, value: &Value, at: &Path<'_>, resource: &Pointer) {
        match value {
            Value::Object(members) => self.visit_object(members, at, resource),
            Value::Array(elements) => {
                for (index, element) in elements.iter().enumerate().filter(|(_, element)| is_container(element)) {
                    self.visit(element, &Path::Element(at, index), resource);
                }
            }
            _ => {}
        }
    }

    fn visit_object(&mut self, members: &Map<String, Value>, at: &Path<'_>, resource: &Pointer) {
        // Looking up the keywords of every object would cost more than the walk.
        let has_identifiers = members.keys().any(|key| IDENTIFIERS.contains(&key.as_str()));
        let own = if has_identifiers { self.add_identifiers(members, &at.pointer(), resource) } else { None };
        let resource = own.as_ref().unwrap_or(resource);
        for (key, value) in members.iter().filter(|(_, value)| is_container(value)) {
            self.visit(value, &Path::Property(at, key), resource);
        }
    }

    /// Adds the identifiers of a schema, and returns its location if it begins a resource.
    fn add_identifiers(&mut self, members: &Map<String, Value>, at: &Pointer, resource: &Pointer) -> Option<Pointer> {
        let text = |key: &str| members.get(key).and_then(Value::as_str);
        let id = text("$id").map(|id| id.trim_end_matches('#')).filter(|id| !id.is_empty());
        if let Some(id) = id {
            let uri = joined(self.base(at), id);
            self.name(at, uri);
        }
        let own = id.map(|_| at.clone());
        let resource = own.as_ref().unwrap_or(resource);
        for name in [text("$anchor"), text("$dynamicAnchor")].into_iter().flatten() {
            self.anchors.entry((resource.clone(), name.to_owned())).or_insert_with(|| at.clone());
        }
        if let Some(name) = text("$dynamicAnchor") {
            self.dynamic.entry(name.to_owned()).or_default().push(at.clone());
        }
        own
    }

    fn name(&mut self, at: &Pointer, uri: String) {
        self.places.entry(uri.clone()).or_insert_with(|| at.clone());
        self.uris.insert(at.clone(), uri);
    }

    /// Returns the resource that contains a location, or else its file.
    pub(super) fn around(&self, at: &Pointer) -> Pointer {
        let mut next = Some(at).filter(|_| !self.uris.is_empty());
        while let Some(place) = next {
            if self.uris.contains_key(place) {
                return place.clone();
            }
            next = place.parent();
        }
        Pointer::root_of(at.file())
    }

    /// Returns the base URI for references at a location; empty if it is not known.
    fn base(&self, at: &Pointer) -> &str {
        self.uris.get(&self.around(at)).map_or("", String::as_str)
    }

    /// Returns the location of the URI that a reference at `from` resolves to. The reference has no fragment.
    pub(super) fn place(&self, from: &Pointer, reference: &str) -> Option<Pointer> {
        if self.places.is_empty() {
            return None;
        }
        self.places.get(&joined(self.base(from), reference)).cloned()
    }

    /// Returns the location of an anchor in a resource.
    pub(super) fn anchor(&self, resource: &Pointer, name: &str) -> Option<Pointer> {
        self.anchors.get(&(resource.clone(), name.to_owned())).cloned()
    }

    /// Returns the locations of a dynamic anchor.
    pub(super) fn dynamic(&self, name: &str) -> &[Pointer] {
        self.dynamic.get(name).map_or(&[], Vec::as_slice)
    }
}

/// The path of the walk. Few documents have identifiers, so a location becomes a pointer only where there is one.
enum Path<'w> {
    Root(&'w Pointer),
    Property(&'w Path<'w>, &'w str),
    Element(&'w Path<'w>, usize),
}

impl Path<'_> {
    fn pointer(&self) -> Pointer {
        match self {
            Self::Root(root) => (*root).clone(),
            Self::Property(parent, key) => parent.pointer().join(key),
            Self::Element(parent, index) => parent.pointer().index(*index),
        }
    }
}

fn is_container(value: &Value) -> bool {
    value.is_object() || value.is_array()
}

/// Resolves a reference against a base URI (RFC 3986 section 5.2); a base without a scheme is a path.
fn joined(base: &str, reference: &str) -> String {
    let has_scheme = reference.split_once(':').is_some_and(|(scheme, _)| !scheme.contains('/'));
    if base.is_empty() || has_scheme {
        return reference.to_owned();
    }
    let authority = match base.find("://") {
        Some(at) => base[at + 3..].find('/').map_or(base.len(), |slash| at + 3 + slash),
        None => base.find(':').map_or(0, |colon| colon + 1),
    };
    let (authority, path) = base.split_at(authority);
    let path = match reference.strip_prefix('/') {
        Some(_) => reference.to_owned(),
        None => format!("{}{reference}", path.rfind('/').map_or("/", |slash| &path[..=slash])),
    };
    let mut steps: Vec<&str> = Vec::new();
    for step in path.split('/').skip(1) {
        match step {
            "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    format!("{authority}/{}", steps.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_read_against_a_base() {
        for (base, reference, expected) in [
            ("https://example.com/schemas/a.json", "b.json", "https://example.com/schemas/b.json"),
            ("https://example.com/schemas/a.json", "../b.json", "https://example.com/b.json"),
            ("https://example.com/schemas/a.json", "/b.json", "https://example.com/b.json"),
            ("https://example.com", "b.json", "https://example.com/b.json"),
            ("https://example.com/a", "urn:b", "urn:b"),
            ("", "b.json", "b.json"),
        ] {
            assert_eq!(joined(base, reference), expected);
        }
    }
}
