//! Tests of the outline: what it contains, and which updates change it.

use apiarist::Client;
use apiarist::diagnostics::Diagnostics;
use apiarist::settings::Settings;
use apiarist::source::Document;

const DOCUMENT: &str = r##"
openapi: 3.1.0
info: {title: Pets, version: "1", description: All pets.}
tags: [{name: pets, description: Pets of all kinds.}]
paths:
  /pets/{id}:
    get:
      operationId: getPet
      tags: [pets]
      summary: Returns a pet.
      parameters:
        - {name: id, in: path, required: true, description: The pet., schema: {type: string}}
        - {name: fields, in: query, schema: {type: array, items: {type: string}}}
      responses:
        "200":
          description: A pet.
          content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}
components:
  schemas:
    Pet:
      description: A pet.
      type: object
      required: [name]
      properties:
        name: {type: string, description: The name., examples: [Rex]}
        bornOn: {type: [string, "null"], format: date}
"##;

fn outline(text: &str) -> String {
    let document = Document::parse("openapi.yaml", text).expect("a document");
    let mut diagnostics = Diagnostics::new();
    Client::plan(&document, &Settings::default(), &mut diagnostics).expect("a client").outline()
}

#[test]
fn an_outline_consists_of_signatures() {
    let expected = r#"// client pets

impl Client { pub fn pets(&self) -> Pets<'_>; }

impl Pets<'_> {
    pub fn get(self, id: &str) -> GetPetCall; // GET /pets/{id}
}
pub type GetPetCall = Call<GetPet>;
impl Operation for GetPet { type Success = Json<Pet>; type Failure = Json<Value>; }
impl GetPetCall {
    pub fn fields(self, fields: impl IntoIterator<Item: Into<String>>) -> Self;
}

#[non_exhaustive]
pub struct Pet {
    pub name: String,
    #[wire("bornOn")] pub born_on: Option<Date>,
}
"#;
    assert_eq!(outline(DOCUMENT), expected);
}

#[test]
fn an_update_of_texts_does_not_change_the_outline() {
    let mut changed = DOCUMENT.to_owned();
    for (old, new) in [
        ("Returns a pet.", "Finds a pet."),
        ("A pet.", "An animal."),
        ("All pets.", "All animals."),
        ("Pets of all kinds.", "Animals."),
        ("The pet.", "The identifier."),
        ("The name., examples: [Rex]", "The given name., examples: [Max]"),
        (r#"version: "1""#, r#"version: "2""#),
    ] {
        assert!(changed.contains(old), "{old}");
        changed = changed.replace(old, new);
    }
    assert_eq!(outline(&changed), outline(DOCUMENT));
}

#[test]
fn a_hostile_document_cannot_add_lines_to_the_outline() {
    let hostile = DOCUMENT
        .replace("/pets/{id}:", "\"/pets/{id}/\\n```\\n<b>\\u2028@user\":")
        .replace("bornOn:", "\"born\\n} // @user\":");
    let outline = outline(&hostile);
    assert!(outline.lines().all(|line| !line.starts_with("```") && !line.starts_with('@')), "{outline}");
    assert_eq!(outline.lines().count(), self::outline(DOCUMENT).lines().count(), "{outline}");
    syn::parse_file(&outline).expect("Rust");
}
