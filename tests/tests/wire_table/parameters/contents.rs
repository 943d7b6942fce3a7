//! Parameters and headers that are described by `content`.

use apiarist_test_support::loopback::Answer;
use apiarist_tests::wire_table::parameters_with_content::operations::Answers;
use apiarist_tests::wire_table::parameters_with_content::{Client, types};
use serde_json::json;

use crate::played::seen;
use crate::table::{Row, outcome, rows};

fn row() -> types::Row {
    types::Row::default().a("x y").b([1, 2])
}

fn head(name: &str, value: &str) -> Answer {
    Answer::empty(204).header(name, value)
}

/// Returns the rows of this file.
pub fn rows() -> Vec<Row> {
    let mut rows = queries();
    rows.extend(other_locations());
    rows.extend(answers());
    rows
}

fn queries() -> Vec<Row> {
    rows! {
        Client, client;
        client.contents().query().text("a b\"&") => "GET /query?text=a%20b%22%26";
        client.contents().query().any("name==\"x\"") => "GET /query?any=name%3D%3D%22x%22";
        client.contents().query().word(&types::Word::Integer(7)) => "GET /query?word=7";
        client.contents().query().word(&types::Word::String(types::WordString::All)) => "GET /query?word=all";
        client.contents().query().yes(true) => "GET /query?yes=true";
        client.contents().query().untyped("a b") => "GET /query?untyped=a%20b";
        client.contents().query().form(&row()) => "GET /query?form=a%3Dx%2520y%26b%3D1%26b%3D2";
        client.contents().query().pairs(&[("a b".to_owned(), "c&d".to_owned())].into())
            => "GET /query?pairs=a%2520b%3Dc%2526d";
        client.contents().query().written("a=1&b=2") => "GET /query?written=a%3D1%26b%3D2";
        client.contents().query().xml("<a/>") => "GET /query?xml=%3Ca%2F%3E";
        client.contents().query().json("a b") => "GET /query?json=%22a%20b%22";
        client.contents().query().untyped_json(&json!(["a"])) => "GET /query?untyped_json=%5B%22a%22%5D";
        client.contents().query().range(&row())
            => "GET /query?range=%7B%22a%22%3A%22x%20y%22%2C%22b%22%3A%5B1%2C2%5D%7D";
    }
}

fn other_locations() -> Vec<Row> {
    rows! {
        Client, client;
        client.contents().headers().x_text("a \"b\"") => "GET /headers\nx-text: a \"b\"";
        client.contents().headers().x_form(&row()) => "GET /headers\nx-form: a=x%20y&b=1&b=2";
        client.contents().headers().x_json("a") => "GET /headers\nx-json: \"a\"";
        client.contents().headers().text("a b") => "GET /headers\ncookie: text=a%20b";
        client.contents().headers().form(&row()) => "GET /headers\ncookie: form=a%3Dx%2520y%26b%3D1%26b%3D2";
        client.contents().paths("a b", &row(), "c")
            => "GET /paths/a%20b/a%3Dx%2520y%26b%3D1%26b%3D2/%22c%22";
    }
}

fn answers() -> Vec<Row> {
    let mut rows = rows! {
        Client, client;
        seen(client.contents().answers(), |head| head.header(Answers::X_TEXT)), head("x-text", "\"a\", b")
            => outcome("Ok(Some(\"\\\"a\\\", b\"))");
        seen(client.contents().answers(), |head| head.header(Answers::X_JSON)), head("x-json", "\"a, b\"")
            => outcome("Ok(Some(\"a, b\"))");
        seen(client.contents().answers(), |head| head.header(Answers::X_JSON).map_err(|error| error.to_string())), head("x-json", "a")
            => outcome("Err(\"the header `X-Json` is not a valid String: a\")");
        seen(client.contents().answers(), |head| head.header(Answers::X_ROW)), head("x-row", "{\"a\":\"x\",\"b\":[1]}")
            => outcome("Ok(Some(Row { a: Some(\"x\"), b: Some([1]) }))");
    };
    rows.extend(rows! {
        Client, client;
        seen(client.contents().answers(), |head| head.header(Answers::SET_COOKIE)),
            head("set-cookie", "a=1; Expires=Wed, 09 Jun 2027 10:18:14 GMT").header("set-cookie", "b=2,3")
            => outcome("Ok(Some([\"a=1; Expires=Wed, 09 Jun 2027 10:18:14 GMT\", \"b=2,3\"]))");
        seen(client.contents().answers(), |head| head.header(Answers::X_DATES)),
            head("x-dates", "Sun, 06 Nov 1994 08:49:37 GMT, Mon, 07 Nov 1994 08:49:37 GMT")
            => outcome("Ok(Some([\"Sun, 06 Nov 1994 08:49:37 GMT\", \"Mon, 07 Nov 1994 08:49:37 GMT\"]))");
        seen(client.contents().answers(), |head| head.header(Answers::X_EXPLODED)),
            head("x-exploded", "id=12,count=3,at=Sun, 06 Nov 1994 08:49:37 GMT")
            => outcome("Ok(Some(AnswersXExploded { id: Some(\"12\"), count: Some(3), at: Some(\"Sun, 06 Nov 1994 08:49:37 GMT\") }))");
        seen(client.contents().answers(), |head| head.header(Answers::X_JOINED)), head("x-joined", "id,12,count,3")
            => outcome("Ok(Some(AnswersXJoined { id: Some(\"12\"), count: Some(3) }))");
    });
    rows
}
