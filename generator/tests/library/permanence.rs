//! Checks that an edit of one part of a document changes nothing else in the client, without locked names. Every document
//! of the cases is edited, and a few small ones show what would otherwise depend on the order of the document.

use std::path::PathBuf;

use apiarist::diff::{Change, compare};
use apiarist::{Client, Diagnostics, Document, Settings};
use apiarist_test_support::permanence::{EDITS, missing_lines, reverse_inside, reverse_order};
use serde_json::Value;

use crate::kept_names::all_documents;

/// A document with two media types for one parameter, of which the specification allows only one: the first is used.
const BY_ORDER: &str = "rejected/parameter-schema";

fn plan(root: &Value) -> Option<(Document, Client)> {
    let document = Document::parse("openapi.json", root.to_string()).ok()?;
    let client = Client::plan(&document, &Settings::default(), &mut Diagnostics::new())?;
    Some((document, client))
}

fn changes(old: &(Document, Client), new: &(Document, Client)) -> Vec<String> {
    let report = compare(&old.1.side(&old.0), &new.1.side(&new.0));
    let text = |change: &Change| {
        let effects: Vec<&str> = change.effects.iter().map(|effect| effect.text.as_str()).collect();
        format!("{} {} {}", change.subject, change.message, effects.join(", "))
    };
    report.open().map(text).collect()
}

#[test]
fn an_edit_of_a_case_changes_nothing_else() {
    let (mut tried, mut faults) = (0, Vec::new());
    let is_tried = |path: &PathBuf| !path.to_string_lossy().contains(BY_ORDER);
    for path in all_documents().into_iter().filter(is_tried) {
        let Ok(document) = Document::read(&path) else { continue };
        let Some(old) = plan(document.root()) else { continue };
        tried += 1;
        let mut fault = |edit: &str, change: String| faults.push(format!("{}: {edit}: {change}", path.display()));
        for edit in EDITS {
            let mut root = document.root().clone();
            if (edit.apply)(&mut root) {
                match plan(&root) {
                    Some(new) => edit.unexpected(changes(&old, &new)).into_iter().for_each(|it| fault(edit.name, it)),
                    None => fault(edit.name, "no client".to_owned()),
                }
            }
        }
        let mut root = document.root().clone();
        reverse_inside(&mut root);
        match plan(&root) {
            Some(new) => {
                let missing = missing_lines(&old.1.outline(), &new.1.outline());
                missing.into_iter().for_each(|line| fault("order inside schemas", line));
            }
            None => fault("order inside schemas", "no client".to_owned()),
        }
    }
    assert!(tried > 300, "only {tried} documents have a client");
    assert!(faults.is_empty(), "{} changes:\n{}", faults.len(), faults.join("\n"));
}

/// Asserts that the client of a document does not depend on the order of its components, paths and methods.
fn assert_order_is_irrelevant(paths: &str, components: &str) {
    let text = format!("openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\npaths: {paths}\ncomponents: {components}\n");
    let document = Document::parse("openapi.yaml", text).expect("a document");
    let old = plan(document.root()).expect("a client");
    let mut root = document.root().clone();
    reverse_order(&mut root);
    let new = plan(&root).expect("a client");
    assert_eq!(missing_lines(&old.1.outline(), &new.1.outline()), [] as [&str; 0]);
    assert_eq!(changes(&old, &new), [] as [&str; 0]);
}

#[test]
fn operations_with_one_name_are_named_whatever_their_order() {
    let paths = "{'/people/{id}': {get: {operationId: GetPerson, tags: [accounts], responses: {'204': {}}}},
      '/persons/{id}': {get: {operationId: getPerson, tags: [accounts], responses: {'204': {}}}},
      '/person_accounts/{id}': {get: {operationId: accounts_get_person, tags: [people], responses: {'204': {}}}}}";
    assert_order_is_irrelevant(paths, "{}");
}

#[test]
fn an_operation_keeps_its_id_whatever_the_order_of_its_duplicates() {
    let paths = "{/stat: {get: {operationId: read, responses: {'204': {}}}},
      '/log/{day}': {get: {operationId: read, responses: {'204': {}}}}, /log: {get: {operationId: read, responses: {'204': {}}}}}";
    assert_order_is_irrelevant(paths, "{}");
}

#[test]
fn groups_with_one_name_are_named_whatever_their_order() {
    let paths = "{/responses/count: {get: {operationId: count, responses: {'204': {}}}},
      /list: {get: {operationId: list, tags: [Responses], responses: {'204': {}}}},
      /find: {get: {operationId: find, tags: [RESPONSES], responses: {'204': {}}}}}";
    assert_order_is_irrelevant(paths, "{}");
}

#[test]
fn credentials_with_one_name_are_named_whatever_their_order() {
    let components =
        "{securitySchemes: {api-key: {type: apiKey, in: header, name: a}, ApiKey: {type: apiKey, in: query, name: b}}}";
    assert_order_is_irrelevant("{}", components);
}

#[test]
fn a_form_of_several_operations_is_named_whatever_their_order() {
    let form = "{content: {multipart/form-data: {schema: {$ref: '#/components/schemas/Upload'}}}}";
    let paths = format!(
        "{{/a: {{post: {{operationId: a, requestBody: {form}, responses: {{'204': {{}}}}}}}},
           /b: {{post: {{operationId: b, requestBody: {form}, responses: {{'204': {{}}}}}}}}}}"
    );
    let schema = "{schemas: {Upload: {type: object, properties: {file: {type: string, format: binary}}}}}";
    assert_order_is_irrelevant(&paths, schema);
}

#[test]
fn subtypes_are_tried_in_one_order() {
    let components = "{schemas: {
      User: {type: object, properties: {type: {type: string}, id: {type: string}}, discriminator: {propertyName: type}},
      Guest: {allOf: [{$ref: '#/components/schemas/User'}, {required: [link], properties: {link: {type: string}, type: {type: string, enum: [a, b]}}}]},
      Admin: {allOf: [{$ref: '#/components/schemas/User'}, {required: [role], properties: {role: {type: string}, type: {type: string, enum: [a, b]}}}]}}}";
    assert_order_is_irrelevant("{}", components);
}

#[test]
fn unions_that_contain_each_other_lose_the_same_variant() {
    let components = "{schemas: {
      B: {oneOf: [{$ref: '#/components/schemas/A'}, {type: string}]},
      A: {oneOf: [{$ref: '#/components/schemas/B'}, {type: integer}]}}}";
    assert_order_is_irrelevant("{}", components);
}

#[test]
fn copies_of_a_component_are_recognized_in_any_order() {
    // `goal` of Copy is a copy of Goal only because both `owner` are copies of Owner.
    let components = "{schemas: {
      Copy: {type: object, properties: {goal: {allOf: [{$ref: '#/components/schemas/Goal'}, {type: object, properties: {
        owner: {allOf: [{$ref: '#/components/schemas/Owner'}, {type: object}]}}}]}}},
      Goal: {type: object, properties: {owner: {allOf: [{$ref: '#/components/schemas/Owner'}, {type: object}]}}},
      Owner: {type: object, properties: {name: {type: string}}}}}";
    assert_order_is_irrelevant("{}", components);
}

#[test]
fn components_that_extend_each_other_without_additions_are_aliases_in_any_order() {
    let components = "{schemas: {
      C: {allOf: [{$ref: '#/components/schemas/B'}, {type: object}]}, A: {type: object, properties: {id: {type: string}}},
      B: {allOf: [{$ref: '#/components/schemas/A'}, {type: object}]},
      D: {allOf: [{$ref: '#/components/schemas/B'}, {type: object}]}}}";
    assert_order_is_irrelevant("{}", components);
}
