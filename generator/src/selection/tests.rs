//! Tests of the selection.

use crate::Client;
use crate::diagnostics::Diagnostics;
use crate::report::Census;
use crate::settings::Settings;
use crate::source::Document;

const TEXT: &str = "\
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      operationId: listPets
      tags: [Pets]
      security: [{key: []}]
      responses:
        '200': {description: ok, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}
    post:
      operationId: createPet
      tags: [Pets]
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/NewPet'}}}}
      responses: {'204': {description: ok}}
      callbacks: {done: {'{$request.body#/url}': {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Done'}}}}}}}}
  /owners/{id}:
    get:
      operationId: getOwner
      tags: [Owners]
      security: [{token: []}]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Owner'}}}}
webhooks:
  pet.created: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/PetEvent'}}}}}}
components:
  schemas:
    Pet: {type: object, properties: {name: {type: string}, kind: {type: string, enum: [cat, dog]}, tag: {$ref: '#/components/schemas/Tag'}}}
    NewPet: {type: object, properties: {name: {type: string}}}
    Tag: {type: object, properties: {text: {type: strng}}}
    Owner: {type: object, properties: {pets: {type: array, items: {$ref: '#/components/schemas/Pet'}}, age: {type: intger}}}
    Done: {type: object, properties: {ok: {type: boolean}}}
    PetEvent: {type: object, properties: {pet: {$ref: '#/components/schemas/Pet'}}}
    Unused: {type: object, properties: {text: {type: string}}}
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
    token: {type: http, scheme: bearer}
";

/// Plans the client with these settings.
fn planned(settings: &str) -> (Client, Diagnostics, Census) {
    let document = Document::parse("openapi.yaml", TEXT).unwrap();
    let mut diagnostics = Diagnostics::new();
    let settings = Settings::parse("apiarist.toml".as_ref(), settings, &mut diagnostics).unwrap();
    let client = Client::plan(&document, &settings, &mut diagnostics).unwrap();
    let census = Census::new(&document, Some(client.api()), &diagnostics);
    (client, diagnostics, census)
}

fn messages(diagnostics: &Diagnostics) -> Vec<&str> {
    diagnostics.iter().map(|diagnostic| diagnostic.message.as_str()).collect()
}

/// Returns all files of a client as one text.
fn code(client: &Client) -> String {
    let files = client.module("apis", "pets", "openapi.yaml").unwrap();
    files.iter().map(|(path, text)| format!("{}\n{text}", path.display())).collect()
}

#[test]
fn the_client_has_what_the_selected_operations_need() {
    let (client, diagnostics, census) = planned("[operations]\ninclude = ['listPets']\n");
    let api = client.api();
    let types: Vec<_> = api.type_ids().map(|id| client.names().type_(id).name.as_str()).collect();
    assert_eq!(types, ["Pet", "Tag", "PetKind"]);
    assert_eq!(api.security_schemes.keys().collect::<Vec<_>>(), ["key"]);
    assert_eq!((api.operations.len(), api.groups.len(), api.received.len()), (1, 1, 0));
    let code = code(&client);
    for absent in ["Owner", "owner", "NewPet", "Done", "PetEvent", "Unused", "token(", "CreatePet"] {
        assert!(!code.contains(absent), "{absent}");
    }
    // `strng` is in a type of the client, `intger` is not.
    assert_eq!(diagnostics.len(), 1, "{:?}", messages(&diagnostics));
    assert_eq!(
        census.summary(),
        "3 operations, 1 emitted, 2 not selected; 7 schemas, 5 not selected, 1 degraded, 1 field fell back to a JSON value"
    );
}

#[test]
fn a_selection_only_removes_lines_from_the_public_api() {
    let complete = planned("").0.outline();
    let complete: Vec<&str> = complete.lines().collect();
    for settings in ["include = ['listPets']", "exclude = ['GET *']", "include = ['tag:Owners', 'webhook:*']"] {
        let outline = planned(&format!("[operations]\n{settings}\n")).0.outline();
        for line in outline.lines() {
            assert!(complete.contains(&line), "{settings}: {line}");
        }
        assert!(outline.lines().count() < complete.len());
    }
}

#[test]
fn callbacks_follow_their_operation_and_webhooks_have_patterns() {
    let keys = |settings: &str| -> Vec<String> {
        planned(settings).0.api().received.iter().map(|webhook| webhook.name.clone()).collect()
    };
    assert_eq!(keys("[operations]\ninclude = ['POST /pets']\n"), ["done"]);
    assert_eq!(keys("[operations]\ninclude = ['webhook:pet.*']\n"), ["pet.created"]);
    assert_eq!(keys("[operations]\nexclude = ['createPet']\n"), ["pet.created"]);
}

#[test]
fn unreferenced_types_are_dropped_with_a_selection_and_kept_without_one() {
    let has_unused = |settings: &str| planned(settings).0.outline().contains("struct Unused");
    assert!(has_unused(""));
    assert!(!has_unused("[operations]\nunreferenced = 'drop'\n"));
    assert!(!has_unused("[operations]\nexclude = ['getOwner']\n"));
    assert!(has_unused("[operations]\nexclude = ['getOwner']\nunreferenced = 'keep'\n"));
}

#[test]
fn the_lock_has_the_names_of_the_selection() {
    let text = planned("[operations]\ninclude = ['listPets']\n").0.names().lock().to_text();
    assert!(text.contains("GET /pets") && !text.contains("wner") && !text.contains("POST"), "{text}");
    let complete = planned("").0.names().lock().to_text();
    assert!(text.lines().all(|line| complete.contains(line)));
}

#[test]
fn a_pattern_that_matches_nothing_is_reported_with_its_line_and_the_nearest_match() {
    let settings =
        "[operations]\ninclude = [\n  'listPets',\n  'GET /owner/{id}',\n  'tag:Pet',\n]\nexclude = ['xyz*']\n";
    let (_, diagnostics, _) = planned(settings);
    let found: Vec<_> = diagnostics
        .iter()
        .filter_map(|diagnostic| Some((diagnostic.message.as_str(), diagnostic.excerpt.as_ref()?.line)))
        .collect();
    assert_eq!(
        found,
        [
            (
                "`include` has `GET /owner/{id}`, but the document does not contain this method and path; the nearest is \
                 `GET /owners/{id}`",
                4
            ),
            ("`include` has `tag:Pet`, but the document does not contain this operation tag; the nearest is `Pets`", 5),
            ("`exclude` has `xyz*`, but the document does not contain this `operationId`", 7),
        ]
    );
}
