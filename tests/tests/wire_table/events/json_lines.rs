//! JSON Lines, NDJSON and JSON text sequences (RFC 7464), cut at every position.

use apiarist_test_support::loopback::Answer;
use apiarist_tests::responses::lines_of_json_are_streams as logs;
use apiarist_tests::wire_table::events_of_every_kind::Client;
use serde_json::json;

use crate::played::stream;
use crate::table::{Answers, Row, outcome, rows};

fn lines(text: &str) -> Answers {
    Answers::Stream("application/x-ndjson", text.into())
}

fn sequence(text: &str) -> Answers {
    Answers::Stream("application/json-seq", text.into())
}

const A_AND_B: &str = "Bee { name: \"a\", age: None } | Bee { name: \"b\", age: Some(2) }";

/// Returns the rows of this file.
pub fn rows() -> Vec<Row> {
    let mut rows = rows! {
        Client, client;
        stream(client.events().lines()), lines("{\"name\":\"a\"}\n{\"name\":\"b\",\"age\":2}\n")
            => ("GET /lines\naccept: application/x-ndjson", A_AND_B);
        stream(client.events().lines()), lines("{\"name\":\"a\"}\r\n\r\n\n  {\"name\":\"b\",\"age\":2}") => outcome(A_AND_B);
        stream(client.events().lines()), lines("\u{feff}{\"name\":\"é\"}\n") => outcome("Bee { name: \"é\", age: None }");
        stream(client.events().lines()), lines("") => outcome("");
        stream(client.events().lines()), lines("{\"name\":1}\n{\"name\":\"b\",\"age\":2}\n") => outcome("error: lines failed: JSON value of the stream: expected Bee at `name`: invalid type: integer `1`, expected a string at line 1 column 9, in {\"name\":1} | Bee { name: \"b\", age: Some(2) }");
        stream(client.events().lines()), lines("{\"name\":\"a\"}\n{\"na") => outcome("Bee { name: \"a\", age: None } | error: lines failed: JSON value of the stream: expected Bee: EOF while parsing a string at line 1 column 4, in {\"na");
        stream(client.events().lines()), lines("{\"error\":{\"message\":\"too busy\"}}\n") => outcome("error: lines failed: the server reported an error in the event stream: too busy");
        stream(client.events().sequence()), sequence("\u{1e}{\"name\":\"a\"}\n\u{1e}{\"name\":\n\"b\",\"age\":2}\n")
            => ("GET /sequence\naccept: application/json-seq", A_AND_B);
        stream(client.events().sequence()), sequence("\u{1e}\u{1e}{\"name\":\"a\"}\u{1e}{\"name\":\"b\",\"age\":2}") => outcome(A_AND_B);
    };
    rows.extend(others());
    rows
}

fn others() -> Vec<Row> {
    const LINES: &str = "{\"text\":\"a\"}\r\n\n{\"text\":\"b\",\"level\":2}";
    const READ: &str = "Line { text: \"a\", level: None } | Line { text: \"b\", level: Some(2) }";
    rows! {
        logs::Client, client;
        client.logs().list(), Answer::json(200, &json!([{"text": "a"}])) => ("GET /logs", "[Line { text: \"a\", level: None }]");
        stream(client.logs().list()), lines(LINES) => ("GET /logs\naccept: application/x-ndjson", READ);
        stream(client.logs().list()), Answer::body(200, "application/json", LINES) => outcome(READ);
        stream(client.logs().tail()), Answer::body(200, "application/jsonl; charset=utf-8", LINES)
            => ("GET /logs/tail\naccept: application/jsonl", READ);
        stream(client.logs().tail()), Answer::body(200, "text/html", "<p>no</p>")
            => outcome("error: tailLogs failed: 200 OK: expected an event stream, found `text/html`");
        stream(client.logs().sequence()), sequence("\u{1e}{\"text\":\n\"a\"}\n\u{1e}{\"text\":\"b\",\"level\":2}\n")
            => ("GET /logs/sequence\naccept: application/json-seq", READ);
    }
}
