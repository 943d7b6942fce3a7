//! The examples of RFC 6570 that apply to OpenAPI: the values of section 3.2.1 in paths and queries.
//!
//! Prefixes, fragments and `{/path}` have no counterpart. An empty path is rejected. With reserved characters, those
//! that would end the path or the value of a query stay encoded.

use apiarist_runtime::Value;
use apiarist_tests::wire_table::templates_of_rfc_6570::Client;
use serde_json::json;

use crate::table::{Row, refused, rows};

fn list() -> Value {
    json!(["red", "green", "blue"])
}

/// Returns an object. Its keys are sorted, because a `Value` may sort them.
fn keys() -> Value {
    json!({"comma": ",", "dot": ".", "semi": ";"})
}

/// Returns the rows of this file.
pub fn rows() -> Vec<Row> {
    let mut rows = paths();
    rows.extend(matrices());
    rows.extend(queries());
    rows
}

/// Sections 3.2.2 `{var}`, 3.2.3 `{+var}` and 3.2.5 `{.var}`.
fn paths() -> Vec<Row> {
    rows! {
        Client, client;
        client.rfc().var(&json!("value")) => "GET /value";
        client.rfc().var(&json!("Hello World!")) => "GET /Hello%20World%21";
        client.rfc().var(&json!("50%")) => "GET /50%25";
        client.rfc().var(&json!("me/too")) => "GET /me%2Ftoo";
        client.rfc().var(&json!("http://example.com/home/")) => "GET /http%3A%2F%2Fexample.com%2Fhome%2F";
        client.rfc().var(&json!("")) => refused("var failed: the path argument `value` must not be empty");
        client.rfc().var(&json!(["1024", "768"])) => "GET /1024,768";
        client.rfc().var(&list()) => "GET /red,green,blue";
        client.rfc().var(&keys()) => "GET /comma,%2C,dot,.,semi,%3B";
        client.rfc().exploded(&list()) => "GET /exploded/red,green,blue";
        client.rfc().exploded(&keys()) => "GET /exploded/comma=%2C,dot=.,semi=%3B";
        client.rfc().plus(&json!("value")) => "GET /plus/value/here";
        client.rfc().plus(&json!("Hello World!")) => "GET /plus/Hello%20World!/here";
        client.rfc().plus(&json!("50%")) => "GET /plus/50%25/here";
        client.rfc().plus(&json!("/foo/bar")) => "GET /plus//foo/bar/here";
        client.rfc().plus(&json!("http://example.com/home/")) => "GET /plus/http://example.com/home//here";
        client.rfc().plus(&list()) => "GET /plus/red,green,blue/here";
        client.rfc().plus(&keys()) => "GET /plus/comma,,,dot,.,semi,;/here";
        client.rfc().pluses(&keys()) => "GET /pluses/comma=,,dot=.,semi=;";
        client.rfc().label(&json!("fred")) => "GET /X.fred";
        client.rfc().label(&json!("50%")) => "GET /X.50%25";
        client.rfc().label(&json!("")) => "GET /X.";
        client.rfc().label(&list()) => "GET /X.red,green,blue";
        client.rfc().label(&keys()) => "GET /X.comma,%2C,dot,.,semi,%3B";
        client.rfc().labels(&list()) => "GET /Xs.red.green.blue";
        client.rfc().labels(&keys()) => "GET /Xs.comma=%2C.dot=..semi=%3B";
    }
}

/// Section 3.2.7 `{;var}`.
fn matrices() -> Vec<Row> {
    rows! {
        Client, client;
        client.rfc().who_matrix(&json!("fred")) => "GET /matrix/;who=fred";
        client.rfc().half_matrix(&json!("50%")) => "GET /matrix/;half=50%25";
        client.rfc().empty_matrix(&json!("")) => "GET /matrix/;empty";
        client.rfc().hello_matrix(&json!("Hello World!")) => "GET /matrix/;hello=Hello%20World%21";
        client.rfc().list_matrix(&list()) => "GET /matrix/;list=red,green,blue";
        client.rfc().list_matrices(&list()) => "GET /matrix-exploded/;list=red;list=green;list=blue";
        client.rfc().keys_matrix(&keys()) => "GET /matrix/;keys=comma,%2C,dot,.,semi,%3B";
        client.rfc().keys_matrices(&keys()) => "GET /matrix-exploded/;comma=%2C;dot=.;semi=%3B";
    }
}

/// Sections 3.2.8 `{?var}` and 3.2.9 `{&var}`.
fn queries() -> Vec<Row> {
    rows! {
        Client, client;
        client.rfc().query().who("fred") => "GET /query?who=fred";
        client.rfc().query().half("50%") => "GET /query?half=50%25";
        client.rfc().query().x(1024).y(768) => "GET /query?x=1024&y=768";
        client.rfc().query().x(1024).y(768).empty("") => "GET /query?x=1024&y=768&empty=";
        client.rfc().query() => "GET /query";
        client.rfc().query().list(["red", "green", "blue"]) => "GET /query?list=red,green,blue";
        client.rfc().query().keys(&keys()) => "GET /query?keys=comma,%2C,dot,.,semi,%3B";
        client.rfc().query_exploded().list(["red", "green", "blue"])
            => "GET /query-exploded?fixed=yes&list=red&list=green&list=blue";
        client.rfc().query_exploded().keys(&keys()) => "GET /query-exploded?fixed=yes&comma=%2C&dot=.&semi=%3B";
        client.rfc().query_exploded().x(1024) => "GET /query-exploded?fixed=yes&x=1024";
        client.rfc().query_exploded() => "GET /query-exploded?fixed=yes";
    }
}
