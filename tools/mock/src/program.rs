//! Writes the program that calls every operation of one client.

use std::fmt::Write;
use std::path::Path;

use apiarist::Client;
use apiarist::ir::{Operation, OperationId, SecuritySchemeKind};
use apiarist::source::Document;

use super::expression::Expressions;
use super::values::{Values, tree};
use apiarist_conformance::CRATE_NAME;

/// The name of the program.
pub const NAME: &str = "calls";

/// Returns the manifest of the program's crate. The client is in its folder `client`.
pub fn manifest(runtime: &Path) -> String {
    let runtime = toml_string(&runtime.display().to_string());
    format!(
        "[package]\nname = \"{NAME}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\nclient = {{ path = \"client\", package = \"{CRATE_NAME}\" }}\n\
         apiarist-runtime = {{ path = {runtime} }}\nserde = \"1\"\nserde_json = \"1\"\n\
         tokio = {{ version = \"1\", features = [\"macros\", \"rt\"] }}\n\n\
         [profile.dev]\ndebug = false\n\n[workspace]\n"
    )
}

/// Returns a TOML string. A JSON string is a valid one.
fn toml_string(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Returns the source of the program. Its argument is the server URL, and it prints a line of JSON for each call.
pub fn source(document: &Document, client: &Client) -> String {
    let tree = tree(document, client);
    let values = Values::new(&tree);
    let expressions = Expressions::new(client);
    let (mut calls, mut functions) = (String::new(), String::new());
    for index in 0..client.api().operations.len() {
        let operation = &client.api().operations[index];
        let id = OperationId(index);
        let route = format!("{} {}", operation.method, operation.path);
        let _ = writeln!(calls, "    report({route:?}, call_{index}(&client).await);");
        let _ = writeln!(functions, "{}", function(client, id, operation, &expressions, &values));
    }
    format!("{MAIN}\n{}\n{functions}", main(client, &calls))
}

/// Returns `main`, with the credentials of all security schemes.
fn main(client: &Client, calls: &str) -> String {
    let mut credentials = String::new();
    for (name, scheme) in &client.api().security_schemes {
        let Some(names) = client.names().credential(name) else { continue };
        let secret = match scheme.kind {
            SecuritySchemeKind::Basic => "\"user\", \"password\"",
            SecuritySchemeKind::External(_) => "apiarist_runtime::Credential::external()",
            _ => "\"a-secret\"",
        };
        let _ = write!(credentials, ".{}({secret})", names.setter);
    }
    format!(
        "#[tokio::main(flavor = \"current_thread\")]\nasync fn main() {{\n    \
         let url = std::env::args().nth(1).expect(\"the argument is the URL of the server\");\n    \
         let client = client::Client::builder().base_url(url){credentials}.retries(RetryPolicy::none());\n    \
         let client = client.build().expect(\"a client can be built\");\n{calls}}}\n"
    )
}

/// Returns the function that makes one call, with an argument for every parameter and the body.
fn function(
    client: &Client,
    id: OperationId,
    operation: &Operation,
    expressions: &Expressions<'_>,
    values: &Values<'_>,
) -> String {
    let names = client.names().operation(id);
    let group = client.names().group(operation.group);
    let (mut arguments, mut setters) = (Vec::new(), String::new());
    for (parameter, name) in operation.parameters.iter().zip(&names.parameters) {
        let is_argument = parameter.is_argument();
        let argument = values.parameter(parameter).map(|value| expressions.argument(&parameter.type_, &value));
        match argument {
            Some(argument) if is_argument => arguments.push(argument),
            Some(argument) => {
                let _ = write!(setters, "\n        .{name}({argument})");
            }
            None if is_argument => return without_value(id, &parameter.wire_name),
            None => {}
        }
    }
    if let Some(body) = operation.bodies.first() {
        match values.body(body).map(|value| expressions.body(&body.content, &value)) {
            Some(argument) if body.required => arguments.push(argument),
            Some(argument) => {
                let _ = write!(setters, "\n        .body({argument})");
            }
            None if body.required => return without_value(id, "the body"),
            None => {}
        }
    }
    format!(
        "async fn call_{}(client: &client::Client) -> Result<(), Failed> {{\n    let call = client.{}().{}({}){setters};\n    \
         outcome(call.await)\n}}\n",
        id.0,
        group.accessor,
        names.method,
        arguments.join(", "),
    )
}

fn without_value(id: OperationId, what: &str) -> String {
    let why = format!("no valid value was found for {what}");
    format!(
        "async fn call_{}(_: &client::Client) -> Result<(), Failed> {{\n    Err((\"argument\", {why:?}.to_owned()))\n}}\n",
        id.0
    )
}

const MAIN: &str = r#"#![allow(unused)]

use std::collections::BTreeMap;

use apiarist_runtime::{Base64, Date, DateTime, Error, ErrorKind, FilePart, RetryPolicy, Uuid};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// The stage that a call reached, and the reason if it failed.
type Failed = (&'static str, String);

/// Parses an argument.
fn read<T: DeserializeOwned>(text: &str) -> Result<T, Failed> {
    serde_json::from_str(text).map_err(|error| ("argument", format!("{error}: {text}")))
}

fn file() -> FilePart {
    FilePart::bytes("file.txt", "bees")
}

/// Distinguishes requests that the server rejected from responses that the client could not decode. The `type` of a
/// problem marks those that the server found itself.
fn outcome<T, E>(result: Result<T, Error<E>>) -> Result<(), Failed> {
    let Err(error) = result else { return Ok(()) };
    let body = error.body().map(|body| String::from_utf8_lossy(body).into_owned()).unwrap_or_default();
    let status = error.status().map_or(0, |status| status.as_u16());
    let problem: Value = serde_json::from_str(&body).unwrap_or_default();
    let type_ = problem["type"].as_str().unwrap_or_default();
    if type_.contains("/prism/errors#") {
        let stage = match status {
            // The document has no example that the client accepts, or the server cannot make a response from the schema.
            404 | 406 | 500.. => "unanswered",
            _ => "refused",
        };
        let code = type_.rsplit('#').next().unwrap_or_default();
        let details = problem.get("validation").cloned().unwrap_or_else(|| problem["detail"].clone());
        return Err((stage, format!("{code} {details}")));
    }
    match error.kind() {
        ErrorKind::Status if error.api().is_some() || body.is_empty() || status < 400 => Ok(()),
        ErrorKind::Status | ErrorKind::Decode => Err(("undecoded", format!("{error}: {:.300}", body))),
        _ => Err(("sending", error.to_string())),
    }
}

fn report(operation: &str, result: Result<(), Failed>) {
    let (stage, why) = result.err().unwrap_or(("good", String::new()));
    println!("{}", json!({"operation": operation, "stage": stage, "why": why}));
}
"#;
