//! Writes the program that calls every operation of one client.

use std::fmt::Write;
use std::path::Path;

use apiarist::Client;
use apiarist::ir::{Operation, OperationId, SecuritySchemeKind};
use apiarist::source::Document;

use super::expression::Expressions;
use super::read_only::without_read_only;
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

/// Returns the source of the program. Its arguments are the server URL and the index of the first operation to call. It
/// prints a line of JSON for each call, and stops after a call without a response.
pub fn source(document: &Document, client: &Client) -> String {
    let tree = tree(document, client);
    let writable = without_read_only(&tree);
    let values = Values::new(&tree, writable.as_ref());
    let expressions = Expressions::new(client);
    let (mut calls, mut functions) = (String::new(), String::new());
    for index in 0..client.api().operations.len() {
        let operation = &client.api().operations[index];
        let id = OperationId(index);
        let route = format!("{} {}", operation.method, operation.path);
        let _ = writeln!(
            calls,
            "    if first <= {index} && !report({route:?}, call_{index}(&client).await, &violations) {{\n        return;\n    }}"
        );
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
         let mut arguments = std::env::args().skip(1);\n    \
         let url = arguments.next().expect(\"the first argument is the URL of the server\");\n    \
         let first = arguments.next().and_then(|first| first.parse::<usize>().ok());\n    \
         let first = first.expect(\"the second argument is the index of an operation\");\n    \
         let violations = Violations::default();\n    \
         let client = client::Client::builder().base_url(url){credentials}.retries(RetryPolicy::none());\n    \
         let client = client.call_middleware(violations.clone());\n    \
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
        let argument =
            values.parameter(parameter, &operation.path).map(|value| expressions.argument(&parameter.type_, &value));
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
use std::sync::{Arc, Mutex};

use apiarist_runtime::transport::TransportRequest;
use apiarist_runtime::{
    Base64, Date, DateTime, Error, ErrorKind, FilePart, Middleware, Next, RetryPolicy, Sending, Uuid,
};
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

/// The violations of the last request, from a header of the response. The server sends it with the response that the
/// document declares for invalid requests. If the document declares none, the response is a problem instead.
#[derive(Clone, Default)]
struct Violations(Arc<Mutex<Vec<String>>>);

impl Violations {
    /// Returns the violations, and forgets them.
    fn take(&self) -> Vec<String> {
        self.0.lock().map(|mut all| std::mem::take(&mut *all)).unwrap_or_default()
    }
}

impl Middleware for Violations {
    fn handle<'a>(&'a self, request: TransportRequest, next: Next<'a>) -> Sending<'a> {
        Box::pin(async move {
            let response = next.run(request).await?;
            let header = response.headers().get("sl-violations").map(|header| header.as_bytes());
            let listed: Vec<Value> = header.and_then(|header| serde_json::from_slice(header).ok()).unwrap_or_default();
            let of_request = |violation: &&Value| {
                violation["severity"] == "Error" && violation.pointer("/location/0") == Some(&json!("request"))
            };
            let found = listed.iter().filter(of_request).map(Value::to_string);
            // The server cuts off long lists, in which the violations of the request come first.
            let cut = header.map(String::from_utf8_lossy).filter(|text| text.starts_with("Too many violations! "));
            let cut = cut.filter(|text| text.contains("\"location\":[\"request\""));
            let cut = cut.map(|text| text.chars().take(500).collect());
            if let Ok(mut all) = self.0.lock() {
                *all = found.chain(cut).collect();
            }
            Ok(response)
        })
    }
}

/// Distinguishes requests that the server rejected from responses that the client could not decode. The `type` of a
/// problem marks those that the server found itself.
fn outcome<T, E>(result: Result<T, Error<E>>) -> Result<(), Failed> {
    let Err(error) = result else { return Ok(()) };
    let body = error.body().map(|body| String::from_utf8_lossy(body).into_owned()).unwrap_or_default();
    let status = error.status().map_or(0, |status| status.as_u16());
    let problem: Value = serde_json::from_str(&body).unwrap_or_default();
    let type_ = problem["type"].as_str().unwrap_or_default();
    if let Some((_, code)) = type_.split_once("/prism/errors#") {
        let stage = match (status, code) {
            // The document has no example that the client accepts, or the server cannot make a response from the schema.
            (500.., _) | (_, "NOT_ACCEPTABLE" | "NOT_FOUND") => "unanswered",
            _ => "refused",
        };
        let details = problem.get("validation").cloned().unwrap_or_else(|| problem["detail"].clone());
        return Err((stage, format!("{code} {details}")));
    }
    match error.kind() {
        // The server makes `null` for a schema without a type.
        ErrorKind::Decode if body == "null" => Err(("unanswered", error.to_string())),
        ErrorKind::Status if error.api().is_some() || body.is_empty() || status < 400 => Ok(()),
        ErrorKind::Status | ErrorKind::Decode => Err(("undecoded", format!("{error}: {:.300}", body))),
        _ => Err(("sending", error.to_string())),
    }
}

/// Prints the result of a call. Returns `false` if there was no response.
fn report(operation: &str, result: Result<(), Failed>, violations: &Violations) -> bool {
    let (stage, why) = match (violations.take(), result) {
        (violations, _) if !violations.is_empty() => ("refused", violations.join(", ")),
        (_, Err(failed)) => failed,
        (_, Ok(())) => ("good", String::new()),
    };
    println!("{}", json!({"operation": operation, "stage": stage, "why": why}));
    stage != "sending"
}
"#;
