//! Checks that no document panics the generator, and that the output of every malformed document can be parsed.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use apiarist::deep_stack::on_deep_stack;
use apiarist::source::Document;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

/// Returns the documents of all cases as JSON.
fn documents() -> &'static [Value] {
    static DOCUMENTS: OnceLock<Vec<Value>> = OnceLock::new();
    DOCUMENTS.get_or_init(|| {
        let mut found = Vec::new();
        let mut open = vec![PathBuf::from("cases")];
        while let Some(folder) = open.pop() {
            let entries = fs::read_dir(folder).expect("the folder is there");
            let mut entries: Vec<PathBuf> = entries.map(|entry| entry.expect("it can be listed").path()).collect();
            entries.sort();
            for path in entries {
                if path.is_dir() {
                    open.push(path);
                } else if path.ends_with("openapi.yaml") {
                    found.extend(Document::read(&path).ok().map(|document| document.root().clone()));
                }
            }
        }
        found
    })
}

/// A change to a node of a document.
#[derive(Clone, Debug)]
enum Change {
    /// Replaces the node.
    Replace(Value),
    /// Removes the node.
    Remove,
    /// Replaces the node by a copy of another one.
    Copy(Index),
    /// Replaces the node by a reference to another one.
    Refer(Index),
}

fn change() -> impl Strategy<Value = (Index, Change)> {
    let values = select(vec![
        json!(null),
        json!(true),
        json!(false),
        json!(0),
        json!(-1),
        json!(1e300),
        json!(""),
        json!("object"),
        json!("array"),
        json!("null"),
        json!([]),
        json!({}),
        json!([[]]),
        json!({"": {}}),
        json!(["a", 1, null, {}]),
        json!({"$ref": "#"}),
        json!({"$ref": ""}),
        json!({"$ref": "#/%zz~2"}),
        json!({"$ref": 1}),
        json!({"type": ["null"]}),
        json!({"not": {}}),
        json!({"enum": []}),
        json!({"enum": [null]}),
        json!({"allOf": [{}]}),
        json!({"oneOf": []}),
        json!({"anyOf": [false]}),
        json!({"allOf": [true, {"oneOf": [{"type": "null"}]}]}),
        json!({"type": "object", "properties": {"": {}}}),
    ]);
    let change = prop_oneof![
        4 => values.prop_map(Change::Replace),
        1 => Just(Change::Remove),
        2 => any::<Index>().prop_map(Change::Copy),
        2 => any::<Index>().prop_map(Change::Refer),
    ];
    (any::<Index>(), change)
}

/// Collects the JSON pointers of all nodes of a document.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    let escaped = |key: &str| key.replace('~', "~0").replace('/', "~1");
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(key, value)| pointers(value, &format!("{at}/{}", escaped(key)), found))
        }
        Value::Array(elements) => {
            elements.iter().enumerate().for_each(|(index, value)| pointers(value, &format!("{at}/{index}"), found));
        }
        _ => {}
    }
}

fn apply(document: &mut Value, place: Index, change: &Change) {
    let mut places = Vec::new();
    pointers(document, "", &mut places);
    let place = &places[place.index(places.len())];
    let (parent, key) = place.rsplit_once('/').unwrap_or(("", ""));
    let new = match change {
        Change::Replace(value) => value.clone(),
        Change::Copy(from) => document.pointer(&places[from.index(places.len())]).cloned().unwrap_or_default(),
        Change::Refer(to) => {
            let to = places[to.index(places.len())].replace('%', "%25");
            json!({ "$ref": format!("#{to}") })
        }
        Change::Remove => {
            let key = key.replace("~1", "/").replace("~0", "~");
            match document.pointer_mut(parent) {
                Some(Value::Object(members)) => drop(members.remove(&key)),
                Some(Value::Array(elements)) => elements.clear(),
                _ => {}
            }
            return;
        }
    };
    if let Some(node) = document.pointer_mut(place).filter(|_| !place.is_empty()) {
        *node = new;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn broken_documents_produce_code_that_parses(which: Index, changes in proptest::collection::vec(change(), 1..6)) {
        let mut document = documents()[which.index(documents().len())].clone();
        for (place, change) in &changes {
            apply(&mut document, *place, change);
        }
        let checked = on_deep_stack(|| {
            let generated = crate::pipeline::generate_text("broken.json", &document.to_string());
            for (path, source) in generated.client.iter().flat_map(|client| &client.files) {
                check_file(path, source, &document);
            }
        });
        checked.expect("a thread can be started");
    }
}

fn check_file(path: &Path, source: &str, document: &Value) {
    if path.extension().is_none_or(|extension| extension != "rs") {
        return;
    }
    if let Err(error) = syn::parse_file(source) {
        panic!("{} cannot be parsed: {error}\n{source}\n{document}", path.display());
    }
}
