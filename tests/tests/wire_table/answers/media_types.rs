//! Text, bytes, XML, and unexpected media types.

use apiarist_test_support::loopback::Answer;
use apiarist_tests::responses::text_and_binary_answers as reports;
use apiarist_tests::wire_table::answers_of_every_kind::Client;

use crate::table::{Row, outcome, rows};

/// Returns the rows of this file.
pub fn rows() -> Vec<Row> {
    let mut rows = rows! {
        Client, client;
        client.answers().get_text(), Answer::body(200, "text/plain; charset=utf-8", "é\r\n")
            => ("GET /text\naccept: text/plain", "\"é\\r\\n\"");
        client.answers().get_text(), Answer::body(200, "text/plain", b"a\xffb") => outcome("\"a\u{fffd}b\"");
        client.answers().get_text(), Answer::body(200, "text/plain", "") => outcome("\"\"");
        client.answers().get_text(), Answer::body(200, "application/json", "{\"a\":1}") => outcome("\"{\\\"a\\\":1}\"");
        client.answers().get_text(), Answer::body(200, "text/plain", b"\x1f\x8b\x08").header("content-encoding", "br")
            => outcome("error: getText failed: 200 OK: the content is encoded as `br`, which was not requested");
        client.answers().get_bee(), Answer::body(200, "application/json", b"\x1f\x8b\x08").header("content-encoding", "br")
            => outcome("error: getBee failed: 200 OK: the content is encoded as `br`, which was not requested");
        client.answers().get_bytes(), Answer::body(200, "application/zip", b"\x1f\x8b\x08").header("content-encoding", "br")
            => outcome("b\"\\x1f\\x8b\\x08\"");
        client.answers().get_xml(), Answer::body(200, "application/xml", "<bee/>")
            => ("GET /xml\naccept: application/xml", "\"<bee/>\"");
        client.answers().get_bytes(), Answer::body(200, "application/octet-stream", b"\xff\x00")
            => ("GET /bytes\naccept: application/octet-stream", "b\"\\xff\\0\"");
        client.answers().get_bytes(), Answer::empty(200) => outcome("b\"\"");
        client.answers().get_bytes(), Answer::stream("application/octet-stream", ["a", "b", "c"]) => outcome("b\"abc\"");
        client.answers().get_file(), Answer::body(200, "audio/midi", b"MThd")
            => ("GET /file\naccept: application/json, audio/midi", "b\"MThd\"");
        client.answers().get_image(), Answer::body(200, "image/png", b"\x89PNG")
            => ("GET /image\naccept: image/*", "b\"\\x89PNG\"");
        client.answers().get_media(), Answer::body(200, "application/json", "{\"name\":\"a\"}")
            => ("GET /media", "Bee { name: \"a\", age: None, mother: None }");
        client.answers().get_media(), Answer::body(200, "text/csv", "name\na") => outcome("error: getMedia failed: 200 OK: expected Bee, found `text/csv`: expected ident at line 1 column 2, in name");
    };
    rows.extend(rows! {
        reports::Client, client;
        client.reports().get_as_text("1"), Answer::body(200, "text/csv", "a;b")
            => ("GET /reports/1.csv\naccept: text/csv", "\"a;b\"");
        client.reports().download("1"), Answer::body(200, "application/pdf", b"\xff\x00")
            => ("GET /reports/1.pdf\naccept: application/pdf", "b\"\\xff\\0\"");
    });
    rows
}
