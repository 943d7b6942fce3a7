//! The event stream format of section 9.2 of the HTML standard, with the cases of the web platform tests
//! (`eventsource/format-*`). Each stream is read as a whole, byte by byte, and cut at every position.
//!
//! The data is text here, so that the quoted results are exactly what the server sent.

use apiarist_tests::wire_table::events_of_every_kind::Client;

use crate::played::texts;
use crate::table::{Row, events, outcome, rows};

/// Returns the rows of this file.
pub fn rows() -> Vec<Row> {
    let mut rows = lines();
    rows.extend(data());
    rows.extend(names());
    rows.extend(ids());
    rows.extend(retries());
    rows.extend(endings());
    rows
}

/// Byte order marks, line ends, comments, unknown fields.
fn lines() -> Vec<Row> {
    rows! {
        Client, client;
        texts(client.events().texts()), events("\u{feff}data:1\n\n\u{feff}data:2\n\ndata:3\n\n")
            => ("GET /texts\naccept: text/event-stream", "message:1 message:3");
        texts(client.events().texts()), events("\u{feff}\u{feff}data:1\n\ndata:2\n\ndata:3\n\n") => outcome("message:2 message:3");
        texts(client.events().texts()), events("data:1\r\ndata:2\ndata:3\r\rdata:4\r\n\r\n") => outcome("message:1⏎2⏎3 message:4");
        texts(client.events().texts()), events("data:a\n\ndata:b\r\rdata:c\r\n\r\n") => outcome("message:a message:b message:c");
        texts(client.events().texts()), events("data:a\r\n\ndata:b\n\r\ndata:c\r\n\r") => outcome("message:a message:b message:c");
        texts(client.events().texts()), events("\n\n\r\n\r\rdata:a\n\n\n\n") => outcome("message:a");
        texts(client.events().texts()), events("data:1\r:\0\n:\r\ndata:2\n:data:3\rdata:4\n\n") => outcome("message:1⏎2⏎4");
        texts(client.events().texts()), events(format!("data:1\n:{}\ndata:2\n\n", "x".repeat(64))) => outcome("message:1⏎2");
        texts(client.events().texts()), events("data:test\n data\ndata\nfoobar:xxx\njustsometext\n:thisisacommentyay\n\n") => outcome("message:test⏎");
        texts(client.events().texts()), events("DATA:1\nData:2\ndata:3\n\n") => outcome("message:3");
        texts(client.events().texts()), events("data\u{00a0}:1\ndata :2\n data:3\ndata:4\n\n") => outcome("message:4");
        texts(client.events().texts()), events("data:\0\n\n") => outcome("message:\0");
        texts(client.events().texts()), events("data:ok…🐝\n\n") => outcome("message:ok…🐝");
        texts(client.events().texts()), events(b"data:a\xffb\n\n") => outcome("message:a\u{fffd}b");
    }
}

fn data() -> Vec<Row> {
    rows! {
        Client, client;
        texts(client.events().texts()), events("data:\n\ndata\ndata\n\ndata:test\n\n") => outcome("message: message:⏎ message:test");
        texts(client.events().texts()), events("data:\ndata\ndata: \n\n") => outcome("message:⏎⏎");
        texts(client.events().texts()), events("data: one space\n\ndata:  two\n\ndata:\ttab\n\n") => outcome("message:one space message: two message:\ttab");
        texts(client.events().texts()), events("data:a:b: c\n\n") => outcome("message:a:b: c");
        texts(client.events().texts()), events("data:{\"a\":\ndata:1}\n\n") => outcome("message:{\"a\":⏎1}");
        texts(client.events().texts()), events(format!("data:{}\n\n", "long".repeat(20))) => outcome(&format!("message:{}", "long".repeat(20)));
        texts(client.events().texts()), events("data:trailing \n\n") => outcome("message:trailing ");
    }
}

fn names() -> Vec<Row> {
    rows! {
        Client, client;
        texts(client.events().texts()), events("event:test\ndata:x\n\ndata:x\n\n") => outcome("test:x message:x");
        texts(client.events().texts()), events("event: \ndata:data\n\n") => outcome("message:data");
        texts(client.events().texts()), events("event:a\nevent:b\ndata:x\n\n") => outcome("b:x");
        texts(client.events().texts()), events("event:lost\n\ndata:x\n\n") => outcome("message:x");
        texts(client.events().texts()), events("event\ndata:x\n\n") => outcome("message:x");
        texts(client.events().texts()), events("data:x\nevent:late\n\n") => outcome("late:x");
    }
}

fn ids() -> Vec<Row> {
    rows! {
        Client, client;
        texts(client.events().texts()), events("id:1\ndata:x\n\n") => outcome("message#1:x");
        texts(client.events().texts()), events("id:1\ndata:x\n\ndata:y\n\n") => outcome("message#1:x message#1:y");
        texts(client.events().texts()), events("id:1\n\ndata:y\n\n") => outcome("message#1:y");
        texts(client.events().texts()), events("id:1\ndata:x\n\nid\ndata:y\n\n") => outcome("message#1:x message:y");
        texts(client.events().texts()), events("id: …🐝 \ndata:x\n\n") => outcome("message#…🐝 :x");
        texts(client.events().texts()), events("id:1\ndata:x\n\nid:a\0b\ndata:y\n\n") => outcome("message#1:x message#1:y");
        texts(client.events().texts()), events("id:1\nid:2\ndata:x\n\n") => outcome("message#2:x");
    }
}

/// The `retry` field is not part of an event.
fn retries() -> Vec<Row> {
    rows! {
        Client, client;
        texts(client.events().texts()), events("retry:3000\ndata:x\n\n") => outcome("message:x retry 3s");
        texts(client.events().texts()), events("retry:3000\nretry:1000x\ndata:x\n\n") => outcome("message:x retry 3s");
        texts(client.events().texts()), events("retry:3000\nretry\ndata:x\n\n") => outcome("message:x retry 3s");
        texts(client.events().texts()), events("retry:-1\nretry:1.5\nretry: 1 \ndata:x\n\n") => outcome("message:x");
        texts(client.events().texts()), events("retry: 03000\n\ndata:x\n\n") => outcome("message:x retry 3s");
        texts(client.events().texts()), events("retry:99999999999999999999\ndata:x\n\n") => outcome("message:x");
    }
}

/// Data without a terminating empty line is not an event.
fn endings() -> Vec<Row> {
    rows! {
        Client, client;
        texts(client.events().texts()), events("") => outcome("");
        texts(client.events().texts()), events("retry:1000\ndata:test1\n\nid:test\ndata:test2") => outcome("message:test1 retry 1s");
        texts(client.events().texts()), events("data:a\n\ndata:b\n") => outcome("message:a");
        texts(client.events().texts()), events("data:a\n\ndata:[DONE]\n\ndata:b\n\n") => outcome("message:a");
        texts(client.events().texts()), events("data:a\n\nevent:end\ndata: [DONE] \n\n") => outcome("message:a");
        texts(client.events().texts()), events("data:a [DONE]\n\n") => outcome("message:a [DONE]");
    }
}
