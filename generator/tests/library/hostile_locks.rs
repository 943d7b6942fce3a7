//! Checks that with any `names.lock` the client can be parsed and has no duplicate names, or the line is rejected.

use std::collections::HashSet;
use std::path::Path;

use apiarist::Client;
use apiarist::diagnostics::{Code, Diagnostics};
use apiarist::emit::RuntimeDependency;
use apiarist::ir::{GroupId, OperationId};
use apiarist::names::TypeMembers;
use apiarist::settings::{NamesLock, Settings};
use apiarist::source::Document;

const DOCUMENT: &str = "\
openapi: 3.1.0
info: {title: Pets, version: '1'}
tags: [{name: big-cats}, {name: dogs}]
paths:
  /pets/{id}:
    get: &get
      operationId: getPet
      tags: [big-cats]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        '200': {description: '', content: {application/json: {schema: {$ref: '#/components/schemas/pet-1'}}}}
        '202': {description: '', content: {application/json: {schema: {type: object, properties: {wait-for: {type: integer}}}}}}
        '404': {description: '', content: {application/json: {schema: {type: object, properties: {aText: {type: string}}}}}}
    delete: {<<: *get, operationId: deletePet}
  /dogs/{id}:
    get: {<<: *get, operationId: getDog, tags: [dogs]}
    put: {<<: *get, operationId: self, tags: [dogs]}
components:
  schemas:
    pet-1:
      type: object
      properties:
        createdAt: {type: string}
        type: {type: string}
        Self: {type: string}
        state: {type: string, enum: [Asleep, AWAKE, a-b]}
        food: {oneOf: [{type: string}, {type: integer}, {type: object, properties: {aName: {type: string}}, required: [aName]}]}
      additionalProperties: {type: string}
";

/// Names that are reserved, invalid or taken in some position.
const NAMES: &[&str] = &[
    "",
    "_",
    "__",
    "dyn",
    "type",
    "Self",
    "self",
    "self_",
    "super",
    "crate",
    "crate_",
    "r#type",
    "a b",
    "1a",
    "'a",
    "a\\nb",
    "a;b",
    "Pet<T>",
    "a::B",
    "Vec",
    "Option",
    "String",
    "Box",
    "Result",
    "Ok",
    "None",
    "Some",
    "Default",
    "Client",
    "Call",
    "Maybe",
    "Unknown",
    "Other",
    "T",
    "E",
    "new",
    "clone",
    "default",
    "fmt",
    "into",
    "core",
    "builder",
    "body",
    "extra",
    "get",
    "list",
    "id",
    "Pet1",
    "GetPet",
    "BigCats",
    "Dogs",
    "dogs",
    "big_cats",
    "created_at",
    "é",
    "É",
    "用户",
    "a\u{202e}",
    "\u{200b}",
    "Übermut",
    "K\u{212a}",
];

/// The number of lines tried of each table.
const LINES: usize = 4;

fn plan(lock: NamesLock) -> (Option<Client>, Diagnostics) {
    let mut diagnostics = Diagnostics::new();
    let document = Document::parse("pets.yaml", DOCUMENT).expect("it can be read");
    let mut settings = Settings::default();
    settings.names.lock = lock;
    (Client::plan(&document, &settings, &mut diagnostics), diagnostics)
}

/// Asserts that all names are unique in their scope and every file can be parsed.
fn assert_sound(client: &Client, line: &str) {
    let (api, names) = (client.api(), client.names());
    let assert_distinct = |what: &str, all: Vec<&str>| {
        let distinct: HashSet<&str> = all.iter().copied().collect();
        assert_eq!(distinct.len(), all.len(), "{line}: {what}: {all:?}");
    };
    assert_distinct("types", api.type_ids().map(|id| names.type_(id).name.as_str()).collect());
    let groups: Vec<_> = (0..api.groups.len()).map(|number| names.group(GroupId(number))).collect();
    assert_distinct("accessors", groups.iter().map(|group| group.accessor.as_str()).collect());
    let operations: Vec<_> = (0..api.operations.len()).map(|number| names.operation(OperationId(number))).collect();
    let mut shared: Vec<&str> = groups.iter().map(|group| group.type_name.as_str()).collect();
    shared.extend(operations.iter().map(|operation| operation.marker.as_str()));
    assert_distinct("groups and operations", shared);
    for number in 0..groups.len() {
        let own = operations.iter().zip(&api.operations).filter(|(_, operation)| operation.group == GroupId(number));
        assert_distinct("methods", own.map(|(names, _)| names.method.as_str()).collect());
    }
    for id in api.type_ids() {
        match &names.type_(id).members {
            TypeMembers::Struct(members) => {
                let fields = members.fields.iter().chain([&members.extra]).map(String::as_str);
                assert_distinct("fields", fields.collect());
            }
            TypeMembers::Variants(variants) => {
                assert_distinct("variants", variants.iter().map(String::as_str).collect())
            }
            TypeMembers::None => {}
        }
    }
    let files = client.standalone_crate("pets", "pets.yaml", RuntimeDependency::Version("1".to_owned()));
    for (path, text) in files.expect("it can be printed").iter() {
        if path.extension().is_some_and(|ending| ending == "rs") {
            assert!(syn::parse_file(text).is_ok(), "{line}: {} cannot be parsed:\n{text}", path.display());
        }
    }
}

#[test]
fn hostile_lock_lines_are_rejected_or_produce_unique_names() {
    let lock = plan(NamesLock::default()).0.expect("it can be planned").names().lock().to_text();
    let lines: Vec<&str> = lock.lines().collect();
    let (mut tried, mut refused) = (0, 0);
    let mut of_table = 0;
    for (at, line) in lines.iter().enumerate() {
        of_table = if line.starts_with('[') { 0 } else { of_table + 1 };
        let Some((key, _)) = line.rsplit_once(" = \"").filter(|_| of_table <= LINES) else { continue };
        for name in NAMES {
            let mut changed: Vec<String> = lines.iter().map(|&line| line.to_owned()).collect();
            changed[at] = format!("{key} = \"{name}\"");
            let mut diagnostics = Diagnostics::new();
            tried += 1;
            match NamesLock::parse(Path::new("names.lock"), &changed.join("\n"), &mut diagnostics) {
                Some(lock) => {
                    let (client, diagnostics) = plan(lock);
                    let client = client.unwrap_or_else(|| panic!("{}: {diagnostics:?}", changed[at]));
                    assert_sound(&client, &changed[at]);
                }
                None => {
                    let found = diagnostics.iter().next().expect("the reason is reported");
                    assert_eq!(found.code, Code::InvalidSettings, "{}", changed[at]);
                    assert_eq!(found.excerpt.as_ref().map(|excerpt| excerpt.line), Some(at + 1), "{}", changed[at]);
                    refused += 1;
                }
            }
        }
    }
    let headings = lines.iter().filter(|line| line.starts_with('[')).count();
    assert!(headings >= 7 && refused > tried / 4, "{headings} tables, {refused} of {tried} refused:\n{lock}");
}

#[test]
fn written_lock_is_read_back_unchanged() {
    let (client, _) = plan(NamesLock::default());
    let client = client.expect("it can be planned");
    let text = client.names().lock().to_text();
    let mut diagnostics = Diagnostics::new();
    let lock = NamesLock::parse(Path::new("names.lock"), &text, &mut diagnostics).expect("it is valid");
    let (again, diagnostics) = plan(lock);
    assert!(!diagnostics.iter().any(|found| found.code == Code::MovedName), "{diagnostics:?}");
    assert_eq!(again.expect("it can be planned").names().lock().to_text(), text);
}
