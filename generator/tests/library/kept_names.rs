//! Checks that additions to a document never change existing names if the lock is given. Every document of the cases is
//! tried with additions that compete for the existing names.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use apiarist::diagnostics::{Code, Diagnostics};
use apiarist::ir::{GroupId, OperationId, TypeKind};
use apiarist::names::TypeMembers;
use apiarist::settings::{Locked, NamesLock, Settings};
use apiarist::source::Document;
use apiarist::{Client, Project};
use serde_json::{Map, Value, json};

/// Cases in which an addition changes the meaning: a second property turns the data of an event into the event itself,
/// and settings refer to an operation by its id.
const OTHERWISE: [&str; 2] = ["an_event_stream_alone_is_the_answer", "settings_give_names"];

/// Returns the documents of all cases with a single file.
fn documents() -> Vec<PathBuf> {
    let mut found = Vec::new();
    for group in folders(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/cases")) {
        for case in folders(&group) {
            let path = case.join("openapi.yaml");
            let is_usual = !OTHERWISE.iter().any(|name| case.ends_with(name));
            if is_usual && path.is_file() && !case.join("overlays").is_dir() && !group.ends_with("rejected") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn folders(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.filter(|path| path.is_dir()).collect()
}

/// The names of all items by location.
type Names = BTreeMap<String, String>;

fn names(client: &Client) -> Names {
    let (api, names) = (client.api(), client.names());
    let mut found = Names::new();
    for (number, operation) in api.operations.iter().enumerate() {
        let own = names.operation(OperationId(number));
        let key = format!("{} {}", operation.method, operation.path);
        found.insert(format!("method {key}"), own.method.clone());
        found.insert(format!("operation {key}"), own.marker.clone());
        found.insert(format!("call {key}"), own.call.clone());
        for (parameter, name) in operation.parameters.iter().zip(&own.parameters) {
            let key = format!("{} {:?} {}", operation.route, parameter.location, parameter.wire_name);
            found.insert(format!("parameter {key}"), name.clone());
        }
    }
    for (number, group) in api.groups.iter().enumerate() {
        let own = names.group(GroupId(number));
        found.insert(format!("group {}", group.wire_name), format!("{} {}", own.accessor, own.type_name));
    }
    for id in api.type_ids() {
        let (definition, own) = (api.definition(id), names.type_(id));
        let place = definition.origin.to_string();
        found.insert(format!("type {place}"), own.name.clone());
        let keys: Vec<String> = match &definition.kind {
            TypeKind::Struct(object) => object.fields.iter().map(|field| field.wire_name.clone()).collect(),
            TypeKind::StringEnum(values) => values.values.iter().map(|value| value.value.clone()).collect(),
            TypeKind::IntegerEnum(values) => values.values.iter().map(|value| value.value.to_string()).collect(),
            TypeKind::Union(union) => union.variants.iter().map(|variant| variant.origin.to_string()).collect(),
            TypeKind::Alias(_) => Vec::new(),
        };
        let members = match &own.members {
            TypeMembers::Struct(members) => members.fields.as_slice(),
            TypeMembers::Variants(variants) => variants.as_slice(),
            TypeMembers::None => &[],
        };
        for (key, name) in keys.iter().zip(members) {
            found.insert(format!("member {place} {key}"), name.clone());
        }
    }
    found
}

/// Returns a name in the other case style: `in_progress` for `inProgress` and vice versa.
fn respelled(name: &str) -> String {
    if name.contains('_') || name.contains('-') {
        let mut parts = name.split(['_', '-']).filter(|part| !part.is_empty());
        let first = parts.next().unwrap_or_default().to_lowercase();
        let rest = parts.map(|part| part[..1].to_uppercase() + &part[1..]);
        return first + &rest.collect::<String>();
    }
    let upper = |c: char| if c.is_uppercase() { format!("_{}", c.to_lowercase()) } else { c.to_string() };
    let snake: String = name.chars().map(upper).collect();
    if snake == name { name.to_uppercase() } else { snake.trim_start_matches('_').to_owned() }
}

/// Inserts properties before the existing ones of an object.
fn put_first(object: &mut Map<String, Value>, added: impl IntoIterator<Item = (String, Value)>) {
    let before = std::mem::take(object);
    for (name, value) in added {
        if !name.is_empty() && !before.contains_key(&name) {
            object.insert(name, value);
        }
    }
    object.extend(before);
}

/// Calls a function with every object in a tree, the outermost last.
fn each_object(value: &mut Value, act: &mut impl FnMut(&mut Map<String, Value>)) {
    match value {
        Value::Object(object) => {
            object.iter_mut().filter(|(name, _)| *name != "example").for_each(|(_, value)| each_object(value, act));
            act(object);
        }
        Value::Array(values) => values.iter_mut().for_each(|value| each_object(value, act)),
        _ => {}
    }
}

/// Adds properties with similar names to every object with properties.
fn add_fields(tree: &mut Value) {
    each_object(tree, &mut |object| {
        if let Some(Value::Object(properties)) = object.get_mut("properties") {
            let added: Vec<_> = properties.keys().map(|name| (respelled(name), json!({"type": "integer"}))).collect();
            put_first(properties, added);
        }
    });
}

/// Adds values with similar names to every string enum.
fn add_values(tree: &mut Value) {
    each_object(tree, &mut |object| {
        let has_names = object.keys().any(|key| key.starts_with("x-"));
        if let Some(Value::Array(values)) = object.get_mut("enum").filter(|_| !has_names) {
            let texts: Vec<String> = values.iter().filter_map(|value| value.as_str().map(str::to_owned)).collect();
            let mut added: Vec<String> = texts.iter().map(|text| respelled(text)).collect();
            added.push("somethingElse".to_owned());
            added.retain(|text| !texts.contains(text));
            added.dedup();
            if texts.len() == values.len() && texts.len() > 1 {
                values.splice(0..0, added.into_iter().map(Value::String));
            }
        }
    });
}

/// Adds parameters with similar names, and with equal names in other locations, to every operation.
fn add_parameters(tree: &mut Value) {
    let items = tree.get_mut("paths").and_then(Value::as_object_mut).into_iter().flatten();
    for operation in items.filter_map(|(_, item)| item.as_object_mut()).flatten().map(|(_, operation)| operation) {
        let Some(Value::Array(parameters)) = operation.get_mut("parameters") else { continue };
        let known: Vec<(String, String)> = parameters.iter().filter_map(name_and_location).collect();
        // No other parameter may be in the query.
        if known.iter().any(|(_, location)| location == "querystring") {
            continue;
        }
        let mut added: Vec<(String, String)> = Vec::new();
        for (name, location) in &known {
            let others = ["query", "header", "cookie"].map(|location| (name.clone(), location.to_owned()));
            let location = if location == "path" || location == "body" { "query" } else { location };
            added.extend(others.into_iter().chain([(respelled(name), location.to_owned())]));
        }
        added.retain(|parameter| !known.contains(parameter));
        added.dedup();
        let added = added.into_iter().map(
            |(name, location)| json!({"name": name, "in": location, "schema": {"type": "string"}, "type": "string"}),
        );
        parameters.splice(0..0, added.collect::<Vec<_>>());
    }
}

fn name_and_location(parameter: &Value) -> Option<(String, String)> {
    let text = |key: &str| parameter.get(key)?.as_str().map(str::to_owned);
    Some((text("name")?, text("in")?))
}

/// Adds operations to the group of every operation, with similar ids.
fn add_operations(tree: &mut Value) {
    let Some(Value::Object(paths)) = tree.get_mut("paths") else { return };
    let mut added = Vec::new();
    for (number, item) in paths.values().enumerate() {
        for (method, operation) in item.as_object().into_iter().flatten() {
            let Some(operation) = operation.as_object() else { continue };
            let id = operation.get("operationId").and_then(Value::as_str).unwrap_or("list");
            for (at, id) in [respelled(id), format!("{id}s"), format!("{id}Call"), "list".to_owned()].iter().enumerate()
            {
                let mut copy = json!({"operationId": id, "responses": {"204": {"description": ""}}});
                if let (Some(copy), Some(tags)) = (copy.as_object_mut(), operation.get("tags")) {
                    copy.insert("tags".to_owned(), tags.clone());
                }
                added.push((format!("/added/{number}/{method}/{at}"), json!({"get": copy})));
            }
        }
    }
    put_first(paths, added);
}

/// Adds a component with a similar name for every type.
fn add_components(tree: &mut Value, before: &Names) {
    let wanted = before.iter().filter(|(place, _)| place.starts_with("type ")).map(|(_, name)| name.clone());
    let wanted: Vec<_> = wanted.flat_map(|name| [respelled(&name), name]).collect();
    let Some(root) = tree.as_object_mut() else { return };
    let components = root.entry("components").or_insert_with(|| json!({}));
    let Some(components) = components.as_object_mut() else { return };
    let schemas = components.entry("schemas").or_insert_with(|| json!({}));
    if let Some(schemas) = schemas.as_object_mut() {
        let added = json!({"type": "object", "properties": {"onlyHere": {"type": "boolean"}}});
        put_first(schemas, wanted.into_iter().map(|name| (name, added.clone())));
    }
}

fn plan(path: &Path, text: &str, lock: Option<NamesLock>) -> Option<(Client, Diagnostics)> {
    let mut diagnostics = Diagnostics::new();
    let settings = path.with_file_name("apiarist.toml");
    let settings = if settings.exists() { Settings::read(&settings, &mut diagnostics) } else { None };
    let mut settings = settings.unwrap_or_default();
    settings.names.lock = lock.unwrap_or_default();
    let document = Document::parse("openapi.json", text).ok()?;
    let client = Client::plan(&document, &settings, &mut diagnostics)?;
    Some((client, diagnostics))
}

/// Applies an addition to every document and compares the existing names.
fn check(what: &str, add: impl Fn(&mut Value, &Names)) {
    let (mut tried, mut faults) = (0, Vec::new());
    for path in documents() {
        let Ok(document) = Document::read(&path) else { continue };
        if document.file_count() > 1 {
            continue;
        }
        let Some((client, _)) = plan(&path, &document.root().to_string(), None) else { continue };
        let before = names(&client);
        let mut tree = document.root().clone();
        add(&mut tree, &before);
        if tree == *document.root() {
            continue;
        }
        let Some((updated, diagnostics)) = plan(&path, &tree.to_string(), Some(client.names().lock().clone())) else {
            continue;
        };
        tried += 1;
        let after = names(&updated);
        let case = path.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy().into_owned();
        for (place, name) in &before {
            // An item has no name if the addition changed the meaning of its schema.
            if let Some(now) = after.get(place).filter(|now| *now != name) {
                faults.push(format!("{case}: {place} was `{name}` and is `{now}`"));
            }
        }
        let moved = diagnostics.iter().filter(|found| found.code == Code::MovedName);
        faults.extend(moved.map(|found| format!("{case}: {}", found.message)));
    }
    assert!(tried > 30, "only {tried} documents have room for another {what}");
    assert!(faults.is_empty(), "{} names moved:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn added_field_keeps_existing_names() {
    check("field", |tree, _| add_fields(tree));
}

#[test]
fn added_enum_value_keeps_existing_names() {
    check("value", |tree, _| add_values(tree));
}

#[test]
fn added_parameter_keeps_existing_names() {
    check("parameter", |tree, _| add_parameters(tree));
}

#[test]
fn added_operation_keeps_existing_names() {
    check("operation", |tree, _| add_operations(tree));
}

#[test]
fn added_component_keeps_existing_names() {
    check("component", add_components);
}

#[test]
fn changed_operation_id_keeps_method_and_type_names() {
    check("id", |tree, _| {
        each_object(tree, &mut |object| {
            if let Some(Value::String(id)) = object.get_mut("operationId") {
                *id = format!("another{id}");
            }
        });
    });
}

/// Returns every document of the cases, including rejected ones and those with overlays or several files.
pub fn all_documents() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/cases")];
    while let Some(folder) = open.pop() {
        for path in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ending| ending == "yaml" || ending == "json") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// A client as text: its files, the names for the lock, and the names that moved.
type Written = (Vec<(PathBuf, String)>, NamesLock, Vec<String>);

fn written(document: &Document, settings: &Settings) -> Option<Written> {
    let mut diagnostics = Diagnostics::new();
    let client = Client::plan(document, settings, &mut diagnostics)?;
    let files = client.module("apis", "case", "openapi.yaml").expect("it can be printed");
    let files = files.iter().map(|(path, text)| (path.to_owned(), text.to_owned())).collect();
    let moved = diagnostics.iter().filter(|found| found.code == Code::MovedName).map(|found| found.message.clone());
    Some((files, client.names().lock().clone(), moved.collect()))
}

#[test]
fn regenerating_with_the_written_lock_produces_the_same_client() {
    let (mut tried, mut faults) = (0, Vec::new());
    for path in all_documents() {
        let Ok(project) = Project::open(&path) else { continue };
        let mut settings = project.settings().clone();
        let Some((files, lock, _)) = written(project.document(), &settings) else { continue };
        tried += 1;
        for run in ["second", "third"] {
            settings.names.lock = lock.clone();
            let again = written(project.document(), &settings);
            if again.as_ref() != Some(&(files.clone(), lock.clone(), Vec::new())) {
                let moved = again.map(|(_, _, moved)| moved.join("; ")).unwrap_or_default();
                faults.push(format!("{}: the {run} run gives another client: {moved}", path.display()));
            }
        }
    }
    assert!(tried > 200, "only {tried} documents become a client");
    assert!(faults.is_empty(), "{} runs differ:\n{}", faults.len(), faults.join("\n"));
}

/// Returns the names of the parameters of a single operation, and the messages about names that the lock cannot keep.
fn parameter_names(parameters: &Value, settings: &Settings) -> (Vec<String>, NamesLock, Vec<String>) {
    let operation = json!({"operationId": "listPets", "parameters": parameters, "responses": {"204": {}}});
    let document = json!({"openapi": "3.1.0", "paths": {"/pets": {"get": operation}}});
    let document = Document::parse("openapi.json", document.to_string()).expect("it can be read");
    let mut diagnostics = Diagnostics::new();
    let client = Client::plan(&document, settings, &mut diagnostics).expect("it becomes a client");
    let moved = diagnostics.iter().filter(|found| found.code == Code::MovedName).map(|found| found.message.clone());
    (client.names().operation(OperationId(0)).parameters.clone(), client.names().lock().clone(), moved.collect())
}

fn in_query(name: &str) -> Value {
    json!({"name": name, "in": "query", "schema": {"type": "string"}})
}

#[test]
fn parameter_in_rust_style_has_its_wire_name_in_any_order() {
    let in_header = json!({"name": "page_size", "in": "header", "schema": {"type": "string"}});
    let mut parameters = vec![in_header, in_query("pageSize"), in_query("page_size")];
    let settings = Settings::default();
    let names = |parameters: &[Value]| parameter_names(&Value::from(parameters), &settings).0;
    assert_eq!(names(&parameters), ["page_size_header", "page_size_query", "page_size"]);
    parameters.reverse();
    assert_eq!(names(&parameters), ["page_size", "page_size_query", "page_size_header"]);
}

#[test]
fn locked_parameter_keeps_its_name() {
    let mut settings = Settings::default();
    let (names, lock, _) = parameter_names(&json!([in_query("pageSize")]), &settings);
    assert_eq!(names, ["page_size"]);
    settings.names.lock = lock;
    let (names, _, moved) = parameter_names(&json!([in_query("page_size"), in_query("pageSize")]), &settings);
    assert_eq!((names, moved.len()), (vec!["page_size_query".to_owned(), "page_size".to_owned()], 0));
}

#[test]
fn locked_parameter_name_that_is_taken_or_reserved_is_reported() {
    for (locked, names) in [(["limit", "limit"], ["limit", "size"]), (["limit", "raw"], ["limit", "size"])] {
        let mut settings = Settings::default();
        for (parameter, name) in ["pageSize", "size"].into_iter().zip(locked) {
            let key = format!("GET /pets query {parameter}");
            settings.names.lock.insert(Locked::Argument, key, name.to_owned());
        }
        let (found, _, moved) = parameter_names(&json!([in_query("pageSize"), in_query("size")]), &settings);
        assert_eq!(found, names);
        let [_, taken] = locked;
        let message = format!(
            "this parameter is renamed from `{taken}` to `size`: `{taken}` is taken by another item or reserved"
        );
        assert_eq!(moved, [message]);
    }
}

/// Operations and webhooks that are hard to distinguish.
const ALIKE: [(&str, &str); 6] = [
    (
        "paths that differ in the name of a parameter, a slash or the case of a letter",
        r#"{"openapi": "3.0.3", "paths": {
            "/pets/{id}": {"get": {"operationId": "get", "responses": {"200": {"description": ""}}}},
            "/pets/{name}": {"get": {"operationId": "get", "responses": {"200": {"description": ""}}}},
            "/pets/{name}/": {"get": {"operationId": "get", "responses": {"200": {"description": ""}}}},
            "/Pets/{name}": {"get": {"responses": {"200": {"description": ""}}}},
            "Pets/{name}": {"get": {"responses": {"200": {"description": ""}}}}}}"#,
    ),
    (
        "methods of 3.2 that are spelled alike",
        r#"{"openapi": "3.2.0", "paths": {"/pets": {
            "query": {"requestBody": {"content": {"application/json": {"schema": {"type": "object", "properties": {"a": {"type": "string"}}}}}}, "responses": {}},
            "additionalOperations": {
                "QUERY": {"requestBody": {"content": {"application/json": {"schema": {"type": "object", "properties": {"b": {"type": "string"}}}}}}, "responses": {}},
                "Query": {"responses": {}}, "M-SEARCH": {"responses": {}}, "M_SEARCH": {"responses": {}}}}}}"#,
    ),
    (
        "webhooks of 2.0 in one place",
        r##"{"swagger": "2.0", "paths": {"/pets": {"get": {"responses": {}}}}, "x-webhooks": {
            "petBorn": {"$ref": "#/x-shared"}, "pet_born": {"$ref": "#/x-shared"}},
            "x-shared": {"post": {"requestBody": {"content": {"application/json": {"schema": {"type": "object", "properties": {"a": {"type": "string"}}}}}}}}}"##,
    ),
    (
        "webhooks of 3.0 that are called like a component and like each other",
        r#"{"openapi": "3.0.3", "paths": {}, "components": {"schemas": {"PetBorn": {"type": "string", "enum": ["a"]}, "webhook petBorn post": {"type": "string", "enum": ["b"]}}},
            "webhooks": {"petBorn": {"post": {"requestBody": {"content": {"application/json": {"schema": {"type": "object", "properties": {"a": {"type": "string"}}}}}}}}},
            "x-webhooks": {"petBorn": {"post": {"requestBody": {"content": {"application/json": {"schema": {"type": "object", "properties": {"b": {"type": "string"}}}}}}}}}}"#,
    ),
    (
        "callbacks of one name under two operations that share a path and an id",
        r#"{"openapi": "3.1.0", "paths": {
            "/pets#one": {"post": {"operationId": "add", "responses": {}, "callbacks": {"born": {"{$url}": {"post": {"requestBody": {"content": {"application/json": {"schema": {"type": "object", "properties": {"a": {"type": "string"}}}}}}}}}}}},
            "/pets#two": {"post": {"operationId": "add", "responses": {}, "callbacks": {"born": {"{$url}": {"post": {"requestBody": {"content": {"application/json": {"schema": {"type": "object", "properties": {"b": {"type": "string"}}}}}}}}}}}}}}"#,
    ),
    (
        "answers by status of operations that share a path",
        r#"{"openapi": "3.1.0", "paths": {
            "/pets#one": {"post": {"responses": {"200": {"description": "", "content": {"application/json": {"schema": {"type": "object", "properties": {"a": {"type": "string"}}}}}}, "202": {"description": ""}}}},
            "/pets#two": {"post": {"responses": {"200": {"description": "", "content": {"application/json": {"schema": {"type": "object", "properties": {"b": {"type": "string"}}}}}}, "202": {"description": ""}}}}}}"#,
    ),
];

#[test]
fn similar_operations_keep_their_names_in_any_order() {
    for (what, text) in ALIKE {
        let document = Document::parse("openapi.json", text).expect("it can be read");
        let mut settings = Settings::default();
        let (files, lock, _) = written(&document, &settings).expect("it becomes a client");
        settings.names.lock = lock.clone();
        for _ in 0..2 {
            let again = written(&document, &settings).expect("it becomes a client");
            assert_eq!(again, (files.clone(), lock.clone(), Vec::new()), "{what}");
        }
        let mut tree = document.root().clone();
        each_object(&mut tree, &mut |object| {
            let turned: Vec<_> = std::mem::take(object).into_iter().rev().collect();
            object.extend(turned);
        });
        let turned = Document::parse("openapi.json", tree.to_string()).expect("it can be read");
        let (_, again, moved) = written(&turned, &settings).expect("it becomes a client");
        assert_eq!((again, moved), (lock, Vec::new()), "{what}, in another order");
    }
}

#[test]
fn names_do_not_depend_on_the_spelling_of_the_document_path() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/cases/files");
    let name = "components_stand_in_files_of_their_own";
    let detour = folder.join(format!("../files/./{name}/../{name}/openapi.yaml"));
    let plain = fs::canonicalize(folder.join(name).join("openapi.yaml")).expect("it is there");
    let [plain, detour] = [plain, detour].map(|path| {
        let document = Document::read(&path).expect("it can be read");
        written(&document, &Settings::default()).expect("it becomes a client")
    });
    assert_eq!(plain, detour);
}
