//! Status codes that select the schema: exact ones, ranges and the default.

use apiarist_test_support::loopback::Answer;
use apiarist_tests::responses::several_successes_are_an_enum as exports;
use apiarist_tests::wire_table::answers_of_every_kind::Client;
use serde_json::json;

use crate::table::{Row, outcome, rows};

fn bee(status: u16) -> Answer {
    Answer::json(status, &json!({"name": "a"}))
}

fn code(status: u16) -> Answer {
    Answer::json(status, &json!({"code": 7}))
}

/// Returns the rows of this file.
pub fn rows() -> Vec<Row> {
    let mut rows = successes();
    rows.extend(several());
    rows
}

fn successes() -> Vec<Row> {
    rows! {
        Client, client;
        client.answers().get_bee(), bee(201) => outcome("Bee { name: \"a\", age: None, mother: None }");
        client.answers().get_bee(), Answer::empty(204) => outcome("error: getBee failed: 204 No Content: expected Bee, found an empty body");
        client.answers().get_range(), bee(200) => ("GET /range", "Bee { name: \"a\", age: None, mother: None }");
        client.answers().get_range(), bee(299) => outcome("Bee { name: \"a\", age: None, mother: None }");
        client.answers().get_default(), bee(200) => ("GET /default", "Bee { name: \"a\", age: None, mother: None }");
        client.answers().get_default(), bee(404) => outcome("error: getDefault failed: 404 Not Found: {\"name\":\"a\"}");
        client.answers().head_bee(), Answer::empty(200) => ("HEAD /head", "()");
        client.answers().create_error(), Answer::empty(204) => ("POST /errors", "()");
        client.answers().create_error(), code(200) => outcome("()");
        client.answers().get_bee(), Answer::empty(304) => outcome("error: getBee failed: 304 Not Modified");
        client.answers().get_bee(), Answer::empty(302) => outcome("error: getBee failed: 302 Found");
    }
}

fn several() -> Vec<Row> {
    let mut rows = rows! {
        Client, client;
        client.answers().get_several(), bee(200) => outcome("Ok(Bee { name: \"a\", age: None, mother: None })");
        client.answers().get_several(), Answer::body(201, "text/plain", "hi") => outcome("Created(\"hi\")");
        client.answers().get_several(), Answer::empty(202) => outcome("Accepted");
        client.answers().get_several(), code(203) => outcome("Success(Code { code: 7 })");
        client.answers().get_several(), bee(203) => outcome("error: getSeveral failed: 203 Non Authoritative Information: expected Code: missing field `code` at line 1 column 12, in {\"name\":\"a\"}");
        client.answers().get_several(), code(404) => outcome("error: getSeveral failed: 404 Not Found: {\"code\":7}");
    };
    rows.extend(rows! {
        exports::Client, client;
        client.exports().get("1"), Answer::json(200, &json!({"url": "u"})) => outcome("Ok(Export { url: \"u\" })");
        client.exports().get("1"), Answer::json(202, &json!({"progress": 0.5})) => outcome("Accepted(GetExportResponse { progress: 0.5 })");
        client.exports().get("1"), Answer::empty(204) => ("GET /exports/1", "NoContent");
        client.exports().get("1"), Answer::json(206, &json!({"a": 1})) => outcome("Other(Object {\"a\": Number(1)})");
    });
    rows
}
