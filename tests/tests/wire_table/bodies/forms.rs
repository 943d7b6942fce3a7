//! Urlencoded forms, with properties in the styles of `encoding`.

use apiarist_runtime::{Date, Maybe};
use apiarist_tests::bodies::a_form_may_be_written_in_other_ways as forms;
use apiarist_tests::wire_table::forms_of_every_kind::{Client, types};
use apiarist_tests::wire_table::forms_of_unions_and_pairs as pairs;
use serde_json::json;

use crate::table::{Row, rows};

fn form() -> types::Urlencoded {
    types::Urlencoded::default()
}

fn row() -> types::Row {
    types::Row::default().a(1).b("x y")
}

/// Returns a form with a null property, which urlencoded forms cannot represent.
fn null() -> types::Urlencoded {
    let mut form = form();
    form.null = Maybe::Null;
    form
}

/// Returns the rows of this file.
pub fn rows() -> Vec<Row> {
    let mut rows = members();
    rows.extend(others());
    rows.extend(kinds());
    rows
}

/// Forms whose schema is a union, a map, or any object.
fn kinds() -> Vec<Row> {
    use pairs::types::{Circle, Shape, Square};
    rows! {
        pairs::Client, client;
        client.forms().send_shape(&Shape::Circle(Circle::new(1.5)))
            => "POST /shape\ncontent-type: application/x-www-form-urlencoded\n\nr=1.5";
        client.forms().send_shape(&Shape::Square(Square::new(2.0).tags(["a", "b c"])))
            => "POST /shape\ncontent-type: application/x-www-form-urlencoded\n\nside=2&tags=a&tags=b%20c";
        client.forms().send_pairs(&[("a b".to_owned(), "c&d".to_owned()), ("e".to_owned(), String::new())].into())
            => "POST /pairs\ncontent-type: application/x-www-form-urlencoded\n\na%20b=c%26d&e=";
        client.forms().send_anything(&[("a".to_owned(), json!([1, 2])), ("b".to_owned(), json!({"c": true}))].into())
            => "POST /anything\ncontent-type: application/x-www-form-urlencoded\n\na=1&a=2&b=%7B%22c%22%3Atrue%7D";
    }
}

fn members() -> Vec<Row> {
    rows! {
        Client, client;
        client.forms().send_urlencoded(&form().text("a b&c=d+é"))
            => "POST /urlencoded\ncontent-type: application/x-www-form-urlencoded\n\ntext=a%20b%26c%3Dd%2B%C3%A9";
        client.forms().send_urlencoded(&form().text("").number(1.5).yes(true))
            => "POST /urlencoded\ncontent-type: application/x-www-form-urlencoded\n\ntext=&number=1.5&yes=true";
        client.forms().send_urlencoded(&form().day(Date::from_text("2024-02-29")))
            => "POST /urlencoded\ncontent-type: application/x-www-form-urlencoded\n\nday=2024-02-29";
        client.forms().send_urlencoded(&form().list(["a", "b"]))
            => "POST /urlencoded\ncontent-type: application/x-www-form-urlencoded\n\nlist=a&list=b";
        client.forms().send_urlencoded(&form().joined(["a,b", "c"]))
            => "POST /urlencoded\ncontent-type: application/x-www-form-urlencoded\n\njoined=a%2Cb,c";
        client.forms().send_urlencoded(&form().spaced(["a", "b"]))
            => "POST /urlencoded\ncontent-type: application/x-www-form-urlencoded\n\nspaced=a%20b";
        client.forms().send_urlencoded(&form().piped(["a", "b"]))
            => "POST /urlencoded\ncontent-type: application/x-www-form-urlencoded\n\npiped=a%7Cb";
        client.forms().send_urlencoded(&form().row(row()))
            => "POST /urlencoded\ncontent-type: application/x-www-form-urlencoded\n\nrow=%7B%22a%22%3A1%2C%22b%22%3A%22x%20y%22%7D";
        client.forms().send_urlencoded(&form().rows([row(), types::Row::default().a(2)]))
            => "POST /urlencoded\ncontent-type: application/x-www-form-urlencoded\n\n\
                rows=%7B%22a%22%3A1%2C%22b%22%3A%22x%20y%22%7D&rows=%7B%22a%22%3A2%7D";
        client.forms().send_urlencoded(&form().deep(row()))
            => "POST /urlencoded\ncontent-type: application/x-www-form-urlencoded\n\ndeep%5Ba%5D=1&deep%5Bb%5D=x%20y";
        client.forms().send_urlencoded(&form().spread(row()))
            => "POST /urlencoded\ncontent-type: application/x-www-form-urlencoded\n\na=1&b=x%20y";
        client.forms().send_urlencoded(&form().json(row()))
            => "POST /urlencoded\ncontent-type: application/x-www-form-urlencoded\n\n\
                json=%7B%22a%22%3A1%2C%22b%22%3A%22x%20y%22%7D";
        client.forms().send_urlencoded(&null())
            => "POST /urlencoded\ncontent-type: application/x-www-form-urlencoded";
        client.forms().send_urlencoded(&form())
            => "POST /urlencoded\ncontent-type: application/x-www-form-urlencoded";
        client.forms().send_maybe() => "POST /maybe";
        client.forms().send_maybe().body(&types::SendMaybeBody::default().a("b"))
            => "POST /maybe\ncontent-type: application/x-www-form-urlencoded\n\na=b";
    }
}

fn others() -> Vec<Row> {
    rows! {
        forms::Client, client;
        client.forms().send(
            &forms::types::SendFormBody::default()
                .ids([1, 2])
                .filter(forms::types::SendFormBodyFilter::default().name("a"))
                .nested(forms::types::SendFormBodyNested::default().name("b"))
                .plain(["c", "d"])
        ) => "POST /forms\ncontent-type: application/x-www-form-urlencoded\n\n\
                ids=1%7C2&filter=%7B%22name%22%3A%22a%22%7D&nested=%7B%22name%22%3A%22b%22%7D&plain=c&plain=d";
        client.forms().send_map(&[("a b".to_owned(), "c&d".to_owned())].into())
            => "POST /maps\ncontent-type: application/x-www-form-urlencoded\n\na%20b=c%26d";
        client.forms().send_text("a=1&b=2")
            => "POST /texts\ncontent-type: application/x-www-form-urlencoded\n\na=1&b=2";
    }
}
