//! Bundles a multi-file document into one tree.

use std::collections::HashMap;

use apiarist::Client;
use apiarist::ir::NameHint;
use apiarist::source::{Document, FileId, Pointer};
use indexmap::IndexMap;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::{Map, Value, json};

use super::dialect;

/// The property of the root that holds the other files.
const FILES: &str = "x-files";

/// The characters that are escaped in a fragment (RFC 3986 section 3.5).
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

/// Returns the root file with all referenced files under `x-files`, and the JSON pointers of all referenced nodes that
/// are not component schemas. Schemas that the client names but that are not components of the root are added to its
/// components.
pub fn bundle(document: &Document, client: &Client) -> (Value, Vec<String>) {
    let mut root = document.root().clone();
    let folder = dialect::component_path(&root);
    let named = named(client);
    let mut bundle = Bundle { document, folder, named, keys: HashMap::new(), open: Vec::new(), targets: Vec::new() };
    bundle.rewrite(&mut root, &Pointer::root());
    let mut schemas = Vec::new();
    for (place, name) in bundle.named.clone() {
        let mut schema = document.value(&place).cloned().unwrap_or(Value::Bool(true));
        bundle.rewrite(&mut schema, &place);
        schemas.push((name, bundle.reference(&place), schema));
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
    let components = folder.iter().try_fold(&mut root, |at, key| match at {
        Value::Object(members) => Some(members.entry(*key).or_insert_with(|| json!({}))),
        _ => None,
    });
    if let Some(Value::Object(components)) = components {
        // The name may be taken: a form has the name of the component that it references. A component that only
        // references the schema would reference itself.
        for (name, reference, schema) in schemas {
            if components.get(&name).is_none_or(|component| component.get("$ref") == Some(&reference.into())) {
                components.insert(name, schema);
            }
        }
    }
    bundle.targets.sort();
    bundle.targets.dedup();
    (root, bundle.targets)
}

/// Returns the document names of the client's types, by pointer.
fn named(client: &Client) -> IndexMap<Pointer, String> {
    let mut named = IndexMap::new();
    for definition in &client.api().types {
        if let NameHint::Component(name) = &definition.name {
            named.entry(definition.origin.clone()).or_insert_with(|| name.clone());
        }
    }
    named
}

struct Bundle<'d> {
    document: &'d Document,
    /// The path of the component schemas.
    folder: &'static [&'static str],
    /// The names of nodes that serve as components, by pointer.
    named: IndexMap<Pointer, String>,
    /// The keys of files under `x-files`.
    keys: HashMap<FileId, String>,
    /// The files that have not been added yet.
    open: Vec<(String, FileId)>,
    /// The pointers of referenced nodes that are not component schemas.
    targets: Vec<String>,
}

impl Bundle<'_> {
    /// Makes all references in a value local to the bundle. References that cannot be resolved stay unchanged.
    fn rewrite(&mut self, value: &mut Value, at: &Pointer) {
        match value {
            Value::Object(members) => {
                self.rewrite_reference(members.get_mut("$ref"), at);
                let mapping = members.get_mut("discriminator").and_then(|tag| tag.get_mut("mapping"));
                for target in
                    mapping.and_then(Value::as_object_mut).into_iter().flat_map(|mapping| mapping.values_mut())
                {
                    self.rewrite_reference(Some(target), at);
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

    fn rewrite_reference(&mut self, reference: Option<&mut Value>, at: &Pointer) {
        let Some(reference) = reference else { return };
        let target = reference.as_str().and_then(|text| self.document.resolve(at, text).ok());
        if let Some(target) = target {
            *reference = self.reference(&target).into();
        }
    }

    /// Returns the local reference to a node.
    fn reference(&mut self, target: &Pointer) -> String {
        let mut tokens: Vec<String> = Vec::new();
        let name = self.named.get(target).cloned();
        if let Some(name) = &name {
            tokens.extend(self.folder.iter().map(|token| (*token).to_owned()));
            tokens.push(name.clone());
        } else {
            if target.file() != Pointer::root().file() {
                tokens.extend([FILES.to_owned(), self.key(target.file())]);
            }
            tokens.extend(target.tokens().into_iter().map(str::to_owned));
        }
        let pointer: String =
            tokens.iter().map(|token| format!("/{}", token.replace('~', "~0").replace('/', "~1"))).collect();
        let reference = format!("#{}", utf8_percent_encode(&pointer, FRAGMENT));
        if name.is_none() {
            self.targets.push(pointer);
        }
        reference
    }

    /// Returns the key of a file. It is based on the file name, so that a discriminator mapping can refer to it.
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

#[cfg(test)]
mod tests {
    use apiarist::diagnostics::Diagnostics;
    use apiarist::settings::Settings;

    use super::*;

    #[test]
    fn alias_of_a_subschema_does_not_reference_itself() {
        let text = r#"
openapi: 3.1.0
info: {title: Pages, version: "1"}
paths:
  /pages:
    get:
      parameters: [{name: kind, in: query, schema: {$ref: '#/components/schemas/Kind'}}]
      responses: {"204": {description: Done.}}
components:
  schemas:
    Kind: {$ref: '#/components/schemas/Page/properties/kind'}
    Page: {type: object, properties: {kind: {type: string, enum: [draft, final]}}}
"#;
        let document = Document::parse("openapi.yaml", text).expect("it is a document");
        let client = Client::plan(&document, &Settings::default(), &mut Diagnostics::new()).expect("it has a client");
        let (root, _) = bundle(&document, &client);
        let kind = &root["components"]["schemas"]["Kind"];
        assert_eq!(kind, &json!({"type": "string", "enum": ["draft", "final"]}), "{root}");
    }
}
