//! Scalars in plain text bodies of requests and responses.

use apiarist_runtime::Date;
use apiarist_test_support::loopback::Answer;
use apiarist_tests::wire_table::bodies_of_plain_text::{Client, types};

use crate::played::failed;
use crate::table::{Row, outcome, refused, rows};

fn text(text: &str) -> Answer {
    Answer::body(200, "text/plain", text)
}

/// Returns the rows of this file.
pub fn rows() -> Vec<Row> {
    let mut rows = sent();
    rows.extend(received());
    rows
}

fn sent() -> Vec<Row> {
    rows! {
        Client, client;
        client.texts().whole(-7), text("8") => ("PUT /whole\naccept: text/plain\ncontent-type: text/plain\n\n-7", "8");
        client.texts().number(0.5), text("1.5")
            => ("PUT /number\naccept: text/plain; charset=utf-8\ncontent-type: text/plain\n\n0.5", "1.5");
        client.texts().number(f64::INFINITY)
            => refused("number failed: cannot serialize the body: `inf` is not a finite number");
        client.texts().yes(), text("true") => ("PUT /yes\naccept: text/plain", "true");
        client.texts().yes().body(false), text("false")
            => ("PUT /yes\naccept: text/plain\ncontent-type: text/plain\n\nfalse", "false");
        client.texts().color(&types::Color::Red), text("blue")
            => ("PUT /color\naccept: text/plain\ncontent-type: text/plain\n\nred", "Blue");
        client.texts().day(&Date::from_text("2024-02-29")), text("2024-03-01")
            => ("PUT /day\naccept: text/csv\ncontent-type: text/csv\n\n2024-02-29", "Date(\"2024-03-01\")");
        client.texts().size(&types::Size::Integer(7)), text("all")
            => ("PUT /size\naccept: text/plain\ncontent-type: text/plain\n\n7", "String(All)");
        client.texts().vendor(&types::Color::Red) => "POST /vendor\ncontent-type: application/json; version=2\n\n\"red\"";
    }
}

fn received() -> Vec<Row> {
    rows! {
        Client, client;
        client.texts().whole(1), text(" 9\r\n") => outcome("9");
        client.texts().whole(1), text("9.0") => outcome("9");
        client.texts().whole(1), text("nine")
            => outcome("error: whole failed: 200 OK: expected i64: invalid type: string \"nine\", expected i64, in nine");
        client.texts().whole(1), text("")
            => outcome("error: whole failed: 200 OK: expected i64: invalid type: string \"\", expected i64, in ");
        client.texts().color(&types::Color::Red), text("green") => outcome("Unknown(\"green\")");
        client.texts().size(&types::Size::Integer(7)), text("8") => outcome("Integer(8)");
        client.texts().maybe(), text("") => outcome("None");
        client.texts().maybe(), text("3") => outcome("Some(3)");
        client.texts().statuses(), text("4") => outcome("Ok(4)");
        client.texts().statuses(), Answer::body(202, "text/plain", "later") => outcome("Accepted(\"later\")");
        failed(client.texts().statuses(), |error| error.api().copied()), Answer::body(404, "text/plain", "5") => outcome("Some(5)");
        client.texts().xml(), text("<a>1</a>") => outcome("\"<a>1</a>\"");
    }
}
