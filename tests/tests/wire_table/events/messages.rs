//! The data of events, and responses that are not event streams.

use apiarist_test_support::loopback::Answer;
use apiarist_tests::responses::an_event_stream_beside_json_can_be_streamed as completions;
use apiarist_tests::wire_table::events_of_every_kind::Client;
use serde_json::json;

use crate::played::stream;
use crate::table::{Row, events, outcome, rows};

/// Returns the rows of this file.
pub fn rows() -> Vec<Row> {
    let mut rows = typed();
    rows.extend(failures());
    rows.extend(beside_json());
    rows
}

fn typed() -> Vec<Row> {
    rows! {
        Client, client;
        stream(client.events().bees()), events("data: {\"name\":\"a\"}\n\ndata: {\"name\":\ndata: \"b\",\"age\":1}\n\n")
            => ("GET /bees\naccept: text/event-stream", "Bee { name: \"a\", age: None } | Bee { name: \"b\", age: Some(1) }");
        stream(client.events().closed()), events("data: {\"name\":\"a\"}\n\ndata: [DONE]\n\n") => outcome("Bee { name: \"a\", age: None }");
        stream(client.events().envelopes()), events("data: {\"data\":{\"name\":\"a\"}}\n\n")
            => outcome("BeeEvent { data: Bee { name: \"a\", age: None } }");
        stream(client.events().items()), events("event: bee\ndata: {\"name\":\"a\"}\n\n") => outcome("Bee { name: \"a\", age: None }");
        stream(client.events().unions()), events("data: {\"type\":\"bee\",\"bee\":{\"name\":\"a\"}}\n\ndata: {\"type\":\"new\"}\n\n")
            => outcome("Bee(UnionsEventBee { bee: Bee { name: \"a\", age: None } }) | Unknown(Object {\"type\": String(\"new\")})");
        stream(client.events().anything()), events("data: 1\n\ndata: {\"a\":[]}\n\n") => outcome("Number(1) | Object {\"a\": Array []}");
        stream(client.events().texts()), events("data: {\"a\":1}\n\ndata: hello\n\n") => outcome("\"{\\\"a\\\":1}\" | \"hello\"");
        stream(client.events().bees()), events("data: {\"name\":\"a\"}\n\ndata: [DONE]\n\ndata: nonsense\n\n")
            => outcome("Bee { name: \"a\", age: None }");
        stream(client.events().bees()), events(": hello\n\n: still there\n\nevent: ping\n\n") => outcome("");
    }
}

/// An undecodable event does not end the stream, but a response that is not a stream does.
fn failures() -> Vec<Row> {
    rows! {
        Client, client;
        stream(client.events().bees()), events("data: {\"name\":1}\n\ndata: {\"name\":\"b\"}\n\n")
            => outcome("error: bees failed: event `message`: expected Bee at `name`: invalid type: integer `1`, expected a string at line 1 column 9, in {\"name\":1} | Bee { name: \"b\", age: None }");
        stream(client.events().bees()), events("event: ping\ndata: {}\n\ndata: {\"name\":\"b\"}\n\n")
            => outcome("error: bees failed: event `ping`: expected Bee: missing field `name` at line 1 column 2, in {} | Bee { name: \"b\", age: None }");
        stream(client.events().bees()), events("data: {\"name\"\n\n")
            => outcome("error: bees failed: event `message`: expected Bee: EOF while parsing an object at line 1 column 7, in {\"name\"");
        stream(client.events().bees()), events("event: error\ndata: {\"message\":\"too busy\"}\n\ndata: {\"name\":\"b\"}\n\n")
            => outcome("error: bees failed: the server reported an error in the event stream: too busy | Bee { name: \"b\", age: None }");
        stream(client.events().bees()), events("data: {\"error\":{\"message\":\"too busy\"}}\n\n")
            => outcome("error: bees failed: the server reported an error in the event stream: too busy");
        stream(client.events().bees()), events("event: error\ndata: too busy\n\n")
            => outcome("error: bees failed: the server reported an error in the event stream: too busy");
        stream(client.events().unions()), events("event: error\ndata: {\"message\":\"too busy\"}\n\ndata: {\"error\":\"gone\"}\n\n")
            => outcome("error: unions failed: the server reported an error in the event stream: too busy | error: unions failed: the server reported an error in the event stream: gone");
        stream(client.events().bees()), Answer::body(200, "text/event-stream-bogus", "data: {}\n\n")
            => outcome("error: bees failed: 200 OK: expected an event stream, found `text/event-stream-bogus`");
        stream(client.events().bees()), Answer::body(200, "text/html", "<p>")
            => outcome("error: bees failed: 200 OK: expected an event stream, found `text/html`");
        stream(client.events().bees()), Answer::json(200, &json!({"name": "a"}))
            => outcome("error: bees failed: 200 OK: expected an event stream, found `application/json`");
        stream(client.events().bees()), Answer::json(429, &json!({"message": "slower"}))
            => outcome("error: bees failed: 429 Too Many Requests: slower");
        stream(client.events().bees()), Answer::body(200, "text/event-stream", "?").header("content-encoding", "br")
            => outcome("error: bees failed: 200 OK: the content is encoded as `br`, which was not requested");
        stream(client.events().bees()), Answer::body(200, "text/event-stream", "").header("content-encoding", "identity")
            => outcome("");
        stream(client.events().bees()), Answer::empty(204)
            => outcome("");
        stream(client.events().bees()), Answer::body(200, "text/event-stream;charset=windows-1252", "data: {\"name\":\"é\"}\n\n")
            => outcome("Bee { name: \"é\", age: None }");
        stream(client.events().bees()), Answer::body(200, "Text/Event-Stream ; charset=utf-8", "data: {\"name\":\"a\"}\n\n")
            => outcome("Bee { name: \"a\", age: None }");
    }
}

fn beside_json() -> Vec<Row> {
    use completions::types::CreateCompletionBody;
    rows! {
        completions::Client, client;
        client.completions().create(&CreateCompletionBody::new("Hi")), Answer::json(200, &json!({"text": "Hello"}))
            => ("POST /completions\ncontent-type: application/json\n\n{\"prompt\":\"Hi\"}", "Completion { text: \"Hello\" }");
        stream(client.completions().create(&CreateCompletionBody::new("Hi").stream(true))),
            events("data: {\"delta\":\"Hel\"}\n\ndata: {\"delta\":\"lo\"}\n\ndata: [DONE]\n\n")
            => ("POST /completions\naccept: text/event-stream\ncontent-type: application/json\n\n{\"prompt\":\"Hi\",\"stream\":true}",
                "Chunk { delta: \"Hel\" } | Chunk { delta: \"lo\" }");
    }
}
