//! Schemas of event envelopes: the variant by the event name, and `data` by its schema. Each stream is read as a whole,
//! byte by byte, and cut at every position.

use apiarist_tests::wire_table::event_envelopes_of_every_kind::Client;

use crate::played::stream;
use crate::table::{Row, events, outcome, rows};

/// Returns the rows of this file.
pub fn rows() -> Vec<Row> {
    let mut rows = variants();
    rows.extend(fields());
    rows.extend(sole_envelopes());
    rows.extend(payloads());
    rows
}

fn variants() -> Vec<Row> {
    rows! {
        Client, client;
        stream(client.events().beside()), events("event: text\ndata: 1\n\nevent: number\ndata: 9007199254740993\n\nevent: json\ndata: [1,\ndata: 2]\n\n")
            => ("GET /beside\naccept: text/event-stream", "Text(BesideEventText { data: Some(\"1\") }) | Number(BesideEventNumber { data: Some(9007199254740993) }) | Json(BesideEventJson { data: Some([1, 2]) })");
        stream(client.events().beside()), events("event: text\ndata: a\ndata: {\"b\":1}\n\nevent: text\ndata\n\n")
            => outcome("Text(BesideEventText { data: Some(\"a\\n{\\\"b\\\":1}\") }) | Text(BesideEventText { data: None })");
        stream(client.events().mapped()), events("event: said\ndata: {\"to\":\"x\"}\n\nevent: moved\ndata: {\"to\":\"x\"}\n\n")
            => outcome("Said(Said { data: \"{\\\"to\\\":\\\"x\\\"}\" }) | Moved(Moved { data: MovedData { to: \"x\" } })");
        stream(client.events().mapped()), events("event: new\ndata: {\"a\":1}\n\nevent: 1\ndata: text\n\ndata: nameless\n\n")
            => outcome("Unknown(Object {\"event\": String(\"new\"), \"data\": Object {\"a\": Number(1)}}) | Unknown(Object {\"event\": String(\"1\"), \"data\": String(\"text\")}) | Unknown(Object {\"event\": String(\"message\"), \"data\": String(\"nameless\")})");
        stream(client.events().mapped()), events("event: error\ndata: {\"message\":\"too busy\"}\n\nevent: said\ndata: {\"error\":\"quoted\"}\n\n")
            => outcome("error: mapped failed: the server reported an error in the event stream: too busy | Said(Said { data: \"{\\\"error\\\":\\\"quoted\\\"}\" })");
        stream(client.events().mapped()), events("event: moved\ndata: {\"to\":1}\n\nevent: said\ndata: [DONE]\n\nevent: said\ndata: b\n\n")
            => outcome("error: mapped failed: event `moved`: expected MappedEvent at `to`: invalid type: integer `1`, expected a string at line 1 column 7, in {\"to\":1}");
        stream(client.events().all()), events("event: joined\ndata: {\"name\":\"a\"}\n\nid: 2\nevent: error\ndata: true\n\n")
            => outcome("Joined(AllEventJoined { id: None, data: Some(Bee { name: \"a\" }) }) | Error(AllEventError { id: Some(\"2\"), data: Some(true) })");
    }
}

fn fields() -> Vec<Row> {
    rows! {
        Client, client;
        stream(client.events().extended()), events("id: 7\nretry: 1500\nevent: hatched\ndata: {\"name\":\"a\"}\n\nevent: counted\ndata: -1\n\n")
            => outcome("Hatched(Hatched { data: Bee { name: \"a\" }, id: Some(7), retry: Some(1500) }) | Counted(Counted { data: -1, id: Some(7), retry: None })");
        stream(client.events().extended()), events("event: counted\ndata: 1.5\n\nevent: counted\ndata: 2\n\n")
            => outcome("error: extended failed: event `counted`: expected ExtendedEvent: invalid type: floating point `1.5`, expected i64 at line 1 column 3, in 1.5 | Counted(Counted { data: 2, id: None, retry: None })");
    }
}

/// A stream of a single envelope yields its data.
fn sole_envelopes() -> Vec<Row> {
    rows! {
        Client, client;
        stream(client.events().single()), events("event: tick\ndata: {\"name\":\"a\"}\n\nevent: ping\ndata: {}\n\ndata: {\"name\":\"b\"}\n\n")
            => outcome("Bee { name: \"a\" } | Bee { name: \"b\" }");
        stream(client.events().single()), events("event: error\ndata: {\"message\":\"too busy\"}\n\nevent: tick\ndata: {}\n\n")
            => outcome("error: single failed: the server reported an error in the event stream: too busy | error: single failed: event `tick`: expected Bee: missing field `name` at line 1 column 2, in {}");
        stream(client.events().numbers()), events("event: any\ndata: 1\n\ndata: -2\n\n") => outcome("1 | -2");
    }
}

/// JSON payloads may have properties with the names of event fields.
fn payloads() -> Vec<Row> {
    const WRAPPED: &str = "data: {\"event\":\"moved\",\"data\":{\"to\":\"x\"}}\n\nevent: said\ndata: y\n\n";
    rows! {
        Client, client;
        stream(client.events().payloads()), events("data: {\"event\":\"done\",\"data\":\"x\",\"conversation_id\":\"1\"}\n\n")
            => outcome("Done(Done { data: \"x\", conversation_id: \"1\" })");
        stream(client.events().older()), events(WRAPPED) => outcome("Moved(Moved { data: MovedData { to: \"x\" } }) | Said(Said { data: \"y\" })");
    }
}
