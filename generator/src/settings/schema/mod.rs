//! The reference of the settings, generated from their types: a JSON Schema for editors and a page of the guide.
//!
//! ```text
//! pub struct ClientSettings {                           ## `[client]`
//!     /// The name of the client in the user agent.     | key    | type   | default | meaning                              |
//!     pub name: Option<String>,                     →   | `name` | string |         | The name of the client in the user … |
//! }
//! ```
//!
//! `cargo xtask accept settings` writes both files.

mod page;

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::{env, fs};

use apiarist_test_support::snapshot::ACCEPT;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value};

use super::source::SourceTable;
use super::types::own_types;
use super::{Addition, Dependencies, FILE_NAME, Located, RuntimeSource, Settings, Source, TypeOverride};
use crate::diagnostics::Diagnostics;

/// Implements the schema of a type by that of the type from which it is read.
macro_rules! read_from {
    ($type:ty, $source:ty $(, $parameter:ident)?) => {
        impl$(<$parameter: JsonSchema>)? JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                <$source>::schema_name()
            }

            fn schema_id() -> Cow<'static, str> {
                <$source>::schema_id()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                <$source>::json_schema(generator)
            }
        }
    };
}

read_from!(Located<T>, T, T);
read_from!(Source, SourceTable);
read_from!(Addition, String);

impl JsonSchema for TypeOverride {
    fn schema_name() -> Cow<'static, str> {
        "TypeOverride".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let names: Vec<_> = own_types().map(|own| own.rust_name()).collect();
        json_schema!({ "type": "string", "anyOf": [{ "enum": names }, { "pattern": "::" }] })
    }
}

impl JsonSchema for Dependencies {
    fn schema_name() -> Cow<'static, str> {
        "Dependencies".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "additionalProperties": { "anyOf": [{ "type": "string" }, { "type": "object" }] },
        })
    }
}

impl JsonSchema for RuntimeSource {
    fn schema_name() -> Cow<'static, str> {
        "RuntimeSource".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^(vendored|registry(=.+)?|path=.+)$" })
    }
}

/// Returns the JSON Schema of the settings.
fn schema() -> Value {
    let generator = SchemaSettings::draft07().with(|settings| settings.inline_subschemas = true).into_generator();
    let mut schema = generator.into_root_schema_for::<Settings>().to_value();
    simplify(&mut schema);
    schema
}

/// Removes null, which TOML does not have, and joins the lines of each paragraph.
fn simplify(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            object.retain(|key, value| key != "format" && (key != "default" || !is_empty(value)));
            remove_null(object);
            if let Some(Value::String(description)) = object.get_mut("description") {
                *description = page::joined(description);
            }
            object.values_mut().for_each(simplify);
        }
        Value::Array(schemas) => schemas.iter_mut().for_each(simplify),
        _ => {}
    }
}

/// Removes the type null from a schema that also accepts other types.
fn remove_null(schema: &mut Map<String, Value>) {
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|type_| type_ != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            schema.insert("type".to_owned(), only);
        }
    }
    let Some(Value::Array(mut schemas)) = schema.shift_remove("anyOf") else { return };
    schemas.retain(|schema| schema["type"] != "null");
    match schemas.as_slice() {
        [Value::Object(only)] => only.iter().for_each(|(key, value)| {
            schema.entry(key.clone()).or_insert_with(|| value.clone());
        }),
        _ => drop(schema.insert("anyOf".to_owned(), schemas.into())),
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(values) => values.is_empty(),
        Value::Object(values) => values.is_empty(),
        _ => false,
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Compares a generated file of the documentation, or overwrites it.
fn check(path: &str, text: &str) {
    let file = root().join(path);
    if env::var_os(ACCEPT).is_some() {
        fs::write(&file, text).unwrap_or_else(|error| panic!("{path}: {error}"));
    }
    let current = fs::read_to_string(&file).unwrap_or_default();
    assert!(current == text, "{path} is out of date; update it with `cargo xtask accept settings`");
}

#[test]
fn schema_for_editors_is_up_to_date() {
    let text = serde_json::to_string_pretty(&schema()).expect("a JSON value");
    check("docs/apiarist.schema.json", &format!("{text}\n"));
}

#[test]
fn reference_in_the_guide_is_up_to_date() {
    check("docs/guide/settings.md", &page::settings_page(&schema()));
}

#[test]
fn settings_of_the_repository_can_be_read() {
    let entries = fs::read_dir(root().join("specs")).expect("a folder").map(|entry| entry.expect("an entry").path());
    let paths: Vec<_> = entries.map(|folder| folder.join(FILE_NAME)).filter(|path| path.exists()).collect();
    assert!(!paths.is_empty(), "specs/ has no settings");
    for path in paths {
        let mut diagnostics = Diagnostics::new();
        assert!(
            Settings::read(&path, &mut diagnostics).is_some(),
            "{}: {:?}",
            path.display(),
            diagnostics.iter().next()
        );
    }
}

#[test]
fn examples_in_the_schema_can_be_read() {
    let schema = schema();
    for (name, section) in page::properties(&schema) {
        let description = section["description"].as_str().unwrap_or_default();
        let example = description.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next());
        let example = example.unwrap_or_else(|| panic!("`{name}` has no example"));
        let mut diagnostics = Diagnostics::new();
        let settings = Settings::parse(FILE_NAME.as_ref(), example, &mut diagnostics);
        assert!(
            settings.is_some_and(|settings| settings != Settings::default()),
            "{name}: {:?}",
            diagnostics.iter().next()
        );
    }
}
