//! JSON that is decoded, and the errors of JSON that cannot be.

use apiarist_test_support::loopback::Answer;
use apiarist_tests::wire_table::answers_of_every_kind::Client;

use crate::table::{Row, outcome, rows};

fn json(body: impl Into<Vec<u8>>) -> Answer {
    Answer::body(200, "application/json", body)
}

/// Returns the rows of this file.
pub fn rows() -> Vec<Row> {
    let mut rows = readable();
    rows.extend(unreadable());
    rows
}

fn readable() -> Vec<Row> {
    rows! {
        Client, client;
        client.answers().get_bee(), json("{\"name\":\"Maja\",\"age\":2}")
            => ("GET /bee", "Bee { name: \"Maja\", age: Some(2), mother: None }");
        client.answers().get_bee(), json(" {\"name\" : \"\\u00e9\\ud83d\\udc1d\",\r\n\"new\": [1]} ")
            => outcome("Bee { name: \"é🐝\", age: None, mother: None }");
        client.answers().get_bee(), json("\u{feff}{\"name\":\"a\",\"age\":null}")
            => outcome("Bee { name: \"a\", age: None, mother: None }");
        client.answers().get_bee(), json("{\"name\":\"a\",\"mother\":{\"name\":\"b\"}}")
            => outcome("Bee { name: \"a\", age: None, mother: Some(Bee { name: \"b\", age: None, mother: None }) }");
        client.answers().list_bees(), json("[]") => ("GET /bees", "[]");
        client.answers().list_bees(), json("[{\"name\":\"a\"}]") => outcome("[Bee { name: \"a\", age: None, mother: None }]");
        client.answers().map_bees(), json("{\"x\":{\"name\":\"a\"}}")
            => ("GET /map", "{\"x\": Bee { name: \"a\", age: None, mother: None }}");
        client.answers().get_word(), json("\"a\\nb\"") => ("GET /word", "\"a\\nb\"");
        client.answers().get_number(), json("0.1") => ("GET /number", "0.1");
        client.answers().get_number(), json("3") => outcome("3.0");
        client.answers().get_maybe(), json("null") => ("GET /maybe", "None");
        client.answers().get_maybe(), json("") => outcome("None");
        client.answers().get_maybe(), json("{\"name\":\"a\"}") => outcome("Some(Bee { name: \"a\", age: None, mother: None })");
        client.answers().get_any(), json("[1,{\"a\":null}]") => ("GET /any", "Array [Number(1), Object {\"a\": Null}]");
        client.answers().get_any(), json("") => outcome("Null");
        client.answers().get_vendor(), Answer::body(200, "application/vnd.bees+json", "{\"name\":\"a\"}")
            => ("GET /vendor\naccept: application/vnd.bees+json", "Bee { name: \"a\", age: None, mother: None }");
        client.answers().get_bee(), Answer::stream("application/json", ["{\"na", "me\":", "\"a\"}"])
            => outcome("Bee { name: \"a\", age: None, mother: None }");
        client.answers().get_bee(), Answer::body(200, "text/plain", "{\"name\":\"a\"}")
            => outcome("Bee { name: \"a\", age: None, mother: None }");
    }
}

/// Errors with the path, the expected type, the fault, and the surrounding text.
fn unreadable() -> Vec<Row> {
    rows! {
        Client, client;
        client.answers().get_bee(), json("{}")
            => outcome("error: getBee failed: 200 OK: expected Bee: missing field `name` at line 1 column 2, in {}");
        client.answers().get_bee(), json("{\"name\":1}")
            => outcome("error: getBee failed: 200 OK: expected Bee at `name`: invalid type: integer `1`, expected a string at line 1 column 9, in {\"name\":1}");
        client.answers().get_bee(), json("{\"name\":\"a\",\"mother\":{\"name\":\"b\",\"age\":\"old\"}}")
            => outcome("error: getBee failed: 200 OK: expected Bee at `mother.age`: invalid type: string \"old\", expected i64 at line 1 column 44, in {\"name\":\"a\",\"mother\":{\"name\":\"b\",\"age\":\"old\"}}");
        client.answers().list_bees(), json("[{\"name\":\"a\"},{\"name\":\"b\",\"age\":1.5}]")
            => outcome("error: listBees failed: 200 OK: expected Vec<Bee> at `[1].age`: invalid type: floating point `1.5`, expected i64 at line 1 column 35, in [{\"name\":\"a\"},{\"name\":\"b\",\"age\":1.5}]");
        client.answers().map_bees(), json("{\"x y\":{\"name\":null}}")
            => outcome("error: mapBees failed: 200 OK: expected BTreeMap<String, Bee> at `x y.name`: invalid type: null, expected a string at line 1 column 19, in {\"x y\":{\"name\":null}}");
        client.answers().get_bee(), json("[]")
            => outcome("error: getBee failed: 200 OK: expected Bee: invalid type: sequence, expected an object (Bee) at line 1 column 0, in []");
        client.answers().get_bee(), json("{\"name\":\"a\"")
            => outcome("error: getBee failed: 200 OK: expected Bee at `name`: EOF while parsing an object at line 1 column 11, in {\"name\":\"a\"");
        client.answers().get_bee(), json("{\"name\":\"a\"} x")
            => outcome("error: getBee failed: 200 OK: expected Bee: trailing characters at line 1 column 14, in {\"name\":\"a\"} x");
        client.answers().get_bee(), json("")
            => outcome("error: getBee failed: 200 OK: expected Bee, found an empty body");
        client.answers().get_bee(), json(b"{\"name\":\"\xff\"}".to_vec())
            => outcome("error: getBee failed: 200 OK: expected Bee at `name`: invalid unicode code point at line 1 column 10, in {\"name\":\"�\"}");
        client.answers().get_bee(), json("{\"name\":\"\\ud800\"}")
            => outcome("error: getBee failed: 200 OK: expected Bee at `name`: unexpected end of hex escape at line 1 column 16, in {\"name\":\"\\ud800\"}");
        client.answers().get_bee(), Answer::body(200, "text/html", "<html><body>Sign in</body></html>")
            => outcome("error: getBee failed: 200 OK: expected Bee, found `text/html`: expected value at line 1 column 1, in <html><body>Sign in</body></html>");
        client.answers().get_word(), json("1")
            => outcome("error: getWord failed: 200 OK: expected String: invalid type: integer `1`, expected a string at line 1 column 1, in 1");
        client.answers().get_number(), json("\"1\"")
            => outcome("error: getNumber failed: 200 OK: expected f64: invalid type: string \"1\", expected f64 at line 1 column 3, in \"1\"");
    }
}
