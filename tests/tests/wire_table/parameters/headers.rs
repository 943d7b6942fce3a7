//! Headers and cookies in every style.

use apiarist_runtime::{Date, Value};
use apiarist_tests::parameters::every_style_is_written_as_the_specification_says as styles;
use apiarist_tests::wire_table::headers_and_cookies_in_every_style::{Client, types};
use serde_json::json;

use crate::table::{Row, refused, rows};

fn list() -> Value {
    json!(["blue", "black", "brown"])
}

/// Returns an object. Its keys are sorted, because a `Value` may sort them.
fn object() -> Value {
    json!({"B": 150, "G": 200, "R": 100})
}

/// Returns the rows of this file.
pub fn rows() -> Vec<Row> {
    let mut rows = headers();
    rows.extend(cookies());
    rows.extend(others());
    rows
}

fn headers() -> Vec<Row> {
    rows! {
        Client, client;
        client.colors().headers() => "GET /headers";
        client.colors().headers().x_text("a, b;c=\"d\" 50%") => "GET /headers\nx-text: a, b;c=\"d\" 50%";
        client.colors().headers().x_text("") => "GET /headers\nx-text: ";
        client.colors().headers().x_text("a\r\nx-evil: b")
            => refused("headers failed: the value of the header `X-Text` contains characters that are not allowed in a header");
        client.colors().headers().x_whole(-1).x_yes(false) => "GET /headers\nx-whole: -1\nx-yes: false";
        client.colors().headers().x_day(&Date::from_text("2024-02-29")) => "GET /headers\nx-day: 2024-02-29";
        client.colors().headers().x_kind(types::HeadersXKind::Square) => "GET /headers\nx-kind: square";
        client.colors().headers().x_any(&json!("blue")) => "GET /headers\nx-any: blue";
        client.colors().headers().x_any(&list()) => "GET /headers\nx-any: blue,black,brown";
        client.colors().headers().x_any(&object()) => "GET /headers\nx-any: B,150,G,200,R,100";
        client.colors().headers().x_any(&json!([])) => "GET /headers";
        client.colors().headers().x_any(&json!(null)) => "GET /headers";
        client.colors().headers().x_exploded(&list()) => "GET /headers\nx-exploded: blue,black,brown";
        client.colors().headers().x_exploded(&object()) => "GET /headers\nx-exploded: B=150,G=200,R=100";
        client.colors().headers().x_list([1, 2]) => "GET /headers\nx-list: 1,2";
        client.colors().headers().x_content(&json!({"é": [1, "🐝"]}))
            => "GET /headers\nx-content: {\"\\u00e9\":[1,\"\\ud83d\\udc1d\"]}";
        client.colors().headers().accept_language("de-CH, en;q=0.5") => "GET /headers\naccept-language: de-CH, en;q=0.5";
        client.colors().headers().x_whole(1).x_whole(2) => "GET /headers\nx-whole: 2";
    }
}

fn cookies() -> Vec<Row> {
    rows! {
        Client, client;
        client.colors().cookies() => "GET /cookies";
        client.colors().cookies().text("a b;c=d,é") => "GET /cookies\ncookie: text=a%20b%3Bc%3Dd%2C%C3%A9";
        client.colors().cookies().text("").whole(7) => "GET /cookies\ncookie: text=; whole=7";
        client.colors().cookies().form(&json!("blue")) => "GET /cookies\ncookie: form=blue";
        client.colors().cookies().form(&list()) => "GET /cookies\ncookie: form=blue; form=black; form=brown";
        client.colors().cookies().form(&object()) => "GET /cookies\ncookie: B=150; G=200; R=100";
        client.colors().cookies().form(&json!([])) => "GET /cookies";
        client.colors().cookies().joined(&list()) => "GET /cookies\ncookie: joined=blue,black,brown";
        client.colors().cookies().joined(&object()) => "GET /cookies\ncookie: joined=B,150,G,200,R,100";
        client.colors().cookies().plain(&json!("a%20b+c")) => "GET /cookies\ncookie: plain=a%20b+c";
        client.colors().cookies().plain(&list()) => "GET /cookies\ncookie: plain=blue; plain=black; plain=brown";
        client.colors().cookies().plain(&object()) => "GET /cookies\ncookie: B=150; G=200; R=100";
        client.colors().cookies().plain_joined(&list()) => "GET /cookies\ncookie: plain_joined=blue,black,brown";
        client.colors().cookies().plain(&json!("a; admin=yes"))
            => refused("cookies failed: the value of the cookie `plain` contains characters that are not allowed in a cookie");
        client.colors().cookies().content(&json!({"a": 1})) => "GET /cookies\ncookie: content=%7B%22a%22%3A1%7D";
    }
}

fn colour() -> styles::types::Colour {
    styles::types::Colour::default().r(100).g(200)
}

fn others() -> Vec<Row> {
    rows! {
        styles::Client, client;
        client.others().list().x_simple(&colour()).x_filter(&colour())
            => "GET /others\nx-filter: {\"R\":100,\"G\":200}\nx-simple: R=100,G=200";
        client.others().list().several(["a", "b c"]).joined(["d", "e"]).raw_("f%20g")
            => "GET /others\ncookie: several=a; several=b%20c; joined=d,e; raw=f%20g";
        client.others().list().several([] as [&str; 0]) => "GET /others";
    }
}
