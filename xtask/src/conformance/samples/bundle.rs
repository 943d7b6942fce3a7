//! A document of several files as one tree.

use std::collections::{HashMap, HashSet};

use apiarist::Client;
use apiarist::ir::NameHint;
use apiarist::source::{Document, FileId, Pointer};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::{Map, Value, json};

use super::dialect;

/// The member of the root under which the other files stand.
const FILES: &str = "x-files";

/// What a fragment cannot have as it is (RFC 3986 section 3.5).
const FRAGMENT: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'`')
    .add(b'#')
    .add(b'%')
    .add(b'[')
    .add(b']')
    .add(b'{')
    .add(b'}')
    .add(b'|')
    .add(b'^')
    .add(b'\\');

/// The root file, with every file that its references lead to under `x-files`, and with what a client names outside the
/// component schemas of the root among these. Gives the tree and the JSON pointers of what was referred to elsewhere.
pub fn bundle(document: &Document, client: &Client) -> (Value, Vec<String>) {
    let mut bundle = Bundle { document, keys: HashMap::new(), open: Vec::new(), targets: Vec::new() };
    let mut root = document.root().clone();
    bundle.rewrite(&mut root, &Pointer::root());
    let (mut named, mut seen) = (Vec::new(), HashSet::new());
    for definition in &client.api().types {
        if let NameHint::Component(name) = &definition.name
            && seen.insert(&definition.origin)
        {
            named.push((name.clone(), json!({"$ref": bundle.reference(&definition.origin)})));
        }
    }
    let mut files = Map::new();
    while let Some((key, file)) = bundle.open.pop() {
        let at = Pointer::root_of(file);
        let mut tree = document.value(&at).cloned().unwrap_or_default();
        bundle.rewrite(&mut tree, &at);
        files.insert(key, tree);
    }
    if let Some(members) = root.as_object_mut().filter(|_| !files.is_empty()) {
        members.insert(FILES.to_owned(), files.into());
    }
    let folder = dialect::component_path(&root).iter().try_fold(&mut root, |at, key| match at {
        Value::Object(members) => Some(members.entry(*key).or_insert_with(|| json!({}))),
        _ => None,
    });
    if let Some(Value::Object(components)) = folder {
        for (name, reference) in named {
            components.entry(name).or_insert(reference);
        }
    }
    bundle.targets.sort();
    bundle.targets.dedup();
    (root, bundle.targets)
}

struct Bundle<'d> {
    document: &'d Document,
    /// What files are called under `x-files`.
    keys: HashMap<FileId, String>,
    /// The files that are still to be added.
    open: Vec<(String, FileId)>,
    /// What was referred to that is no component schema of the root.
    targets: Vec<String>,
}

impl Bundle<'_> {
    /// Makes all references in a value local to the bundle. Those that lead nowhere stay.
    fn rewrite(&mut self, value: &mut Value, at: &Pointer) {
        match value {
            Value::Object(members) => {
                let target = members.get("$ref").and_then(Value::as_str).map(|text| self.document.resolve(at, text));
                if let Some(Ok(target)) = target {
                    members.insert("$ref".to_owned(), self.reference(&target).into());
                }
                for (key, value) in members.iter_mut() {
                    self.rewrite(value, &at.join(key));
                }
            }
            Value::Array(elements) => {
                for (index, value) in elements.iter_mut().enumerate() {
                    self.rewrite(value, &at.index(index));
                }
            }
            _ => {}
        }
    }

    /// The reference to a place.
    fn reference(&mut self, target: &Pointer) -> String {
        let mut tokens: Vec<String> = Vec::new();
        if target.file() != Pointer::root().file() {
            tokens.extend([FILES.to_owned(), self.key(target.file())]);
        }
        tokens.extend(target.tokens().into_iter().map(str::to_owned));
        let pointer: String =
            tokens.iter().map(|token| format!("/{}", token.replace('~', "~0").replace('/', "~1"))).collect();
        let folder = format!("/{}/", dialect::component_path(self.document.root()).join("/"));
        if !pointer.strip_prefix(folder.as_str()).is_some_and(|name| !name.contains('/')) {
            self.targets.push(pointer.clone());
        }
        format!("#{}", utf8_percent_encode(&pointer, FRAGMENT))
    }

    /// What a file is called: by its name, so that the mapping of a discriminator can be told to mean it.
    fn key(&mut self, file: FileId) -> String {
        if let Some(key) = self.keys.get(&file) {
            return key.clone();
        }
        let name = self.document.file(file).path().file_name().unwrap_or_default().to_string_lossy().into_owned();
        let is_taken = self.keys.values().any(|key| *key == name);
        let key = if is_taken { format!("{}-{name}", self.keys.len()) } else { name };
        self.keys.insert(file, key.clone());
        self.open.push((key.clone(), file));
        key
    }
}
