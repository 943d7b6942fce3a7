//! Builds documents with deeply nested types, and programs that hold the outermost type over an `.await`.

use std::fmt::Write as _;

use apiarist::Client;
use apiarist::diagnostics::Diagnostics;
use apiarist::settings::Settings;
use apiarist::source::Document;

/// The ways in which a schema refers to the next one, as YAML. `NEXT` is replaced by the reference and `AT` by the
/// number of the schema.
pub const CHAINS: [(&str, &str); 9] = [
    ("arrays", "{type: object, properties: {x: {type: array, items: NEXT}}}"),
    ("arrays of arrays", "{type: object, properties: {x: {type: array, items: {type: array, items: NEXT}}}}"),
    ("objects", "{type: object, properties: {x: NEXT, y: {type: string}}}"),
    ("required objects", "{type: object, required: [x], properties: {x: NEXT}}"),
    ("maps", "{type: object, properties: {x: {type: object, additionalProperties: NEXT}}}"),
    ("other properties", "{type: object, properties: {y: {type: string}}, additionalProperties: NEXT}"),
    ("unions", "{oneOf: [{type: string}, {type: object, required: [kAT], properties: {kAT: NEXT}}]}"),
    ("array components", "{type: array, items: NEXT}"),
    ("nullable maps", "{type: object, additionalProperties: {nullable: true, allOf: [NEXT]}}"),
];

/// A program that holds a value over an `.await` in a spawned task, inside nested futures.
pub const PROGRAM: &str = "#![allow(dead_code)]

use super::api::{Client, types::M0};

fn send<T: Send + 'static>(_: T) {}

async fn inner(client: Client) -> Option<M0> {
    let value = client.m().weigh().await.ok();
    std::future::ready(()).await;
    value
}

async fn middle(client: Client) -> Vec<Option<M0>> {
    vec![inner(client.clone()).await, inner(client).await]
}

fn spawn(client: Client) {
    send(async move {
        let values = middle(client.clone()).await;
        inner(client).await;
        drop(values);
    });
}
";

/// Plans the client of a chain of this many schemas.
pub fn chain(schema: &str, count: usize) -> Client {
    let schemas = (0..count).map(|at| schema.replace("NEXT", &reference(at + 1)).replace("AT", &at.to_string()));
    client(schemas.chain(["{type: object, properties: {s: {type: string}, any: {}}}".to_owned()]))
}

/// Plans the client of schemas that refer to four others each and form many cycles.
pub fn cycle(count: usize) -> Client {
    client((0..count).map(|at| {
        let properties = [1, 7, 31, 77].map(|step| {
            let next = reference((at * step + 1) % count);
            format!("p{step}: {{type: array, items: {next}}}")
        });
        format!("{{type: object, properties: {{{}}}}}", properties.join(", "))
    }))
}

/// Plans the client of this many nested arrays without names.
pub fn nested(count: usize) -> Client {
    let arrays = format!("{}{{type: string}}{}", "{type: array, items: ".repeat(count), "}".repeat(count));
    client([format!("{{type: object, properties: {{x: {arrays}}}}}")].into_iter())
}

fn reference(at: usize) -> String {
    format!("{{$ref: '#/components/schemas/M{at}'}}")
}

/// Plans the client of an operation that returns the first of these schemas.
fn client(schemas: impl Iterator<Item = String>) -> Client {
    let mut text = format!(
        "openapi: 3.0.3\ninfo: {{title: Chain, version: '1'}}\npaths:\n  /m: {{get: {{operationId: weighM, responses: \
         {{'200': {{description: A value., content: {{application/json: {{schema: {}}}}}}}}}}}}}\n\
         components:\n  schemas:\n",
        reference(0)
    );
    for (at, schema) in schemas.enumerate() {
        let _ = writeln!(text, "    M{at}: {schema}");
    }
    let mut diagnostics = Diagnostics::new();
    let document = Document::parse("openapi.yaml", text).expect("the document can be read");
    Client::plan(&document, &Settings::default(), &mut diagnostics).expect("the document is one")
}
