//! Streams with custom terminators and error events. The type of their events has no required properties, so any object
//! could be decoded as an event.

use apiarist_tests::responses::a_text_beside_objects_ends_a_stream as sentinels;
use apiarist_tests::responses::settings_say_the_words_of_streams::Client;

use crate::played::{stream, texts};
use crate::table::{Answers, Row, events, outcome, rows};

/// Returns the rows of this file.
pub fn rows() -> Vec<Row> {
    let mut rows = ends();
    rows.extend(errors());
    rows.extend(json_texts());
    rows.extend(texts_beside_objects());
    rows
}

const A: &str = "Chunk { text: Some(\"a\") }";

fn ends() -> Vec<Row> {
    const DONE: &str =
        "expected Chunk: invalid type: sequence, expected an object (Chunk) at line 1 column 0, in [DONE]";
    rows! {
        Client, client;
        stream(client.chats().chat()), events("data: {\"text\":\"a\"}\n\ndata: [END]\n\ndata: {}\n\n") => ("GET /chat\naccept: text/event-stream", A);
        stream(client.chats().chat()), events("data: {\"text\":\"a\"}\n\nid: 1\ndata:  [STOP] \n\ndata: {}\n\n") => outcome(A);
        stream(client.chats().chat()), events("data: {\"text\":\"a\"}\n\nevent: done\ndata: {}\n\ndata: {}\n\n") => outcome(A);
        stream(client.chats().chat()), events("data: {\"text\":\"a\"}\n\nevent: done\n\ndata: {}\n\n") => outcome(A);
        stream(client.chats().chat()), events("data: {\"text\":\"a\"}\n\nevent: done\n") => outcome(A);
        stream(client.chats().chat()), events("data: [DONE]\n\ndata: {\"text\":\"a\"}\n\n")
            => outcome(&format!("error: chat failed: event `message`: {DONE} | {A}"));
        stream(client.chats().plain()), events("data: [DONE]\n\ndata: {\"text\":\"a\"}\n\n")
            => outcome(&format!("error: plain failed: event `message`: {DONE} | {A}"));
        stream(client.chats().log()), events("data: {\"text\":\"a\"}\n\nevent: done\ndata: {}\n\nevent: bye\ndata: {}\n\ndata: {}\n\n")
            => outcome(&format!("{A} | Chunk {{ text: None }}"));
        texts(client.chats().texts()), events("id: 1\ndata: [DONE]\n\nevent: done\ndata: a\n\ndata\n\ndata: b\n\n") => outcome("message#1:[DONE] done#1:a");
        stream(client.chats().anything()), events("data: 1\n\ndata: [DONE]\n\ndata: 2\n\n") => outcome("Number(1)");
    }
}

/// A stream continues after an error.
fn errors() -> Vec<Row> {
    const BUSY: &str = "the server reported an error in the event stream: too busy";
    const FAULT: &str = "the server reported an error in the event stream";
    rows! {
        Client, client;
        stream(client.chats().chat()), events("event: fault\ndata: {\"message\":\"too busy\"}\n\ndata: {\"text\":\"a\"}\n\n")
            => outcome(&format!("error: chat failed: {BUSY} | {A}"));
        stream(client.chats().chat()), events("event: fault\n\ndata: {\"text\":\"a\"}\n\n")
            => outcome(&format!("error: chat failed: {FAULT} | {A}"));
        stream(client.chats().log()), events("data: {\"failure\":{\"message\":\"too busy\"}}\n\ndata: {\"failure\":null,\"text\":\"a\"}\n\n")
            => outcome(&format!("error: log failed: {BUSY} | {A}"));
        stream(client.chats().log()), events("event: fault\ndata: {\"text\":\"a\"}\n\nevent: error\ndata: {\"text\":\"a\"}\n\n")
            => outcome(&format!("{A} | {A}"));
        stream(client.chats().log()), events("event: error\ndata: too busy\n\n") => outcome(&format!("error: log failed: {BUSY}"));
        stream(client.chats().plain()), events("event: error\ndata: {\"error\":{\"message\":\"too busy\"},\"text\":\"a\"}\n\n") => outcome(A);
        stream(client.chats().anything()), events("event: error\ndata: \"too busy\"\n\ndata: {\"error\":{\"message\":\"too busy\"}}\n\ndata: 1\n\n")
            => outcome(&format!("error: anything failed: {FAULT}: \"too busy\" | error: anything failed: {BUSY} | Number(1)"));
    }
}

fn lines(text: &str) -> Answers {
    Answers::Stream("application/x-ndjson", text.into())
}

fn sequence(text: &str) -> Answers {
    Answers::Stream("application/json-seq", text.into())
}

/// JSON texts have no event names, so rules with names do not apply to them.
fn json_texts() -> Vec<Row> {
    const BUSY: &str = "the server reported an error in the event stream: too busy";
    rows! {
        Client, client;
        stream(client.chats().lines()), lines("{\"text\":\"a\"}\nEND\n{}\n") => ("GET /lines\naccept: application/x-ndjson", A);
        stream(client.chats().lines()), lines("{\"text\":\"a\"}\n {\"end\":true}\r\n{}\n") => outcome(A);
        stream(client.chats().lines()), lines("{\"text\":\"a\"}\nEND") => outcome(A);
        stream(client.chats().lines()), lines("{\"fault\":{\"message\":\"too busy\"}}\n{\"text\":\"a\"}\n")
            => outcome(&format!("error: lines failed: {BUSY} | {A}"));
        stream(client.chats().sequence()), sequence("\u{1e}{\"text\":\"a\"}\n\u{1e}[DONE]\n\u{1e}{}\n") => outcome(A);
        stream(client.chats().sequence()), sequence("\u{1e}{\"failure\":{\"message\":\"too busy\"}}\n\u{1e}{\"text\":\"a\"}\n")
            => outcome(&format!("error: sequence failed: {BUSY} | {A}"));
        stream(client.chats().chat()), lines("{\"text\":\"a\"}\n{\"text\":\"a\"}\n[END]\n{}\n") => outcome(&format!("{A} | {A}"));
    }
}

/// The document describes the terminator as an event of type string.
fn texts_beside_objects() -> Vec<Row> {
    const CHUNK: &str = "Chunk(Chunk { text: \"a\" })";
    let jsonl = |text: &str| Answers::Stream("application/jsonl", text.into());
    rows! {
        sentinels::Client, client;
        stream(client.chats().chat()), events("data: {\"text\":\"a\"}\n\ndata: [END]\n\ndata: {\"text\":\"b\"}\n\n") => outcome(CHUNK);
        stream(client.chats().lines()), jsonl("{\"text\":\"a\"}\n\"[END]\"\n{\"text\":\"b\"}\n") => outcome(CHUNK);
        stream(client.chats().said()), events("data: {\"text\":\"a\"}\n\ndata: [STOP]\n\ndata: {\"text\":\"b\"}\n\n") => outcome(CHUNK);
    }
}
