//! Paths in every style (OpenAPI 3.1, section 4.8.12.4, and combinations not in its table).

use apiarist_runtime::{Date, Value};
use apiarist_tests::wire_table::paths_in_every_style::{Client, types};
use apiarist_tests::wire_table::paths_with_literal_text as literals;
use serde_json::json;

use crate::table::{Row, refused, rows};

fn list() -> Value {
    json!(["blue", "black", "brown"])
}

/// Returns an object. Its keys are sorted, because a `Value` may sort them.
fn object() -> Value {
    json!({"B": 150, "G": 200, "R": 100})
}

fn color() -> types::Color {
    types::Color::default().r(100).g(200)
}

/// Returns the rows of this file.
pub fn rows() -> Vec<Row> {
    let mut rows = styles();
    rows.extend(signs_that_mean_something());
    rows.extend(types_of_values());
    rows.extend(literal_text());
    rows
}

/// Literal characters of a template that are invalid in a URL are percent-encoded once.
fn literal_text() -> Vec<Row> {
    rows! {
        literals::Client, client;
        client.paths().spaces("a b") => "GET /Task%20lists/a%20b";
        client.paths().signs("1") => "GET /%3Ca%3E%22%60%5E%7C%5C%5Bb%5D/1";
        client.paths().percent() => "GET /a%20b/50%25/%C3%A9";
        client.paths().braces("1") => "GET /a%7Db/1/%7Bc";
        client.paths().names("é") => "GET /files/;file%20name=%C3%A9/x";
        client.paths().act().page(2) => "GET /act?action=list%20all&sort=%3C%C3%A9%3E&page=2";
        client.paths().part() => "GET /part";
    }
}

/// Empty path arguments are rejected, because without the segment another resource would be requested.
fn styles() -> Vec<Row> {
    rows! {
        Client, client;
        client.colors().simple(&json!("blue")) => "GET /simple/blue";
        client.colors().simple(&list()) => "GET /simple/blue,black,brown";
        client.colors().simple(&object()) => "GET /simple/B,150,G,200,R,100";
        client.colors().simple(&json!("")) => refused("simple failed: the path argument `color` must not be empty");
        client.colors().simple(&json!([])) => refused("simple failed: the path argument `color` must not be empty");
        client.colors().simple(&json!({})) => refused("simple failed: the path argument `color` must not be empty");
        client.colors().simple(&json!(null)) => refused("simple failed: the path argument `color` must not be empty");
        client.colors().simple_exploded(&json!("blue")) => "GET /simpleExploded/blue";
        client.colors().simple_exploded(&list()) => "GET /simpleExploded/blue,black,brown";
        client.colors().simple_exploded(&object()) => "GET /simpleExploded/B=150,G=200,R=100";
        client.colors().label(&json!("blue")) => "GET /label/.blue";
        client.colors().label(&list()) => "GET /label/.blue,black,brown";
        client.colors().label(&object()) => "GET /label/.B,150,G,200,R,100";
        client.colors().label(&json!("")) => refused("label failed: the path argument `color` must not form the segment `.`, because URL parsers remove it and the request would reach another resource");
        client.colors().label_exploded(&json!("blue")) => "GET /labelExploded/.blue";
        client.colors().label_exploded(&list()) => "GET /labelExploded/.blue.black.brown";
        client.colors().label_exploded(&object()) => "GET /labelExploded/.B=150.G=200.R=100";
        client.colors().matrix(&json!("")) => "GET /matrix/;color";
        client.colors().matrix(&json!("blue")) => "GET /matrix/;color=blue";
        client.colors().matrix(&list()) => "GET /matrix/;color=blue,black,brown";
        client.colors().matrix(&object()) => "GET /matrix/;color=B,150,G,200,R,100";
        client.colors().matrix_exploded(&json!("")) => "GET /matrixExploded/;color";
        client.colors().matrix_exploded(&json!("blue")) => "GET /matrixExploded/;color=blue";
        client.colors().matrix_exploded(&list()) => "GET /matrixExploded/;color=blue;color=black;color=brown";
        client.colors().matrix_exploded(&object()) => "GET /matrixExploded/;B=150;G=200;R=100";
    }
}

fn signs_that_mean_something() -> Vec<Row> {
    rows! {
        Client, client;
        client.colors().simple(&json!("a/b?c#d%e")) => "GET /simple/a%2Fb%3Fc%23d%25e";
        client.colors().simple(&json!("é 🐝\n")) => "GET /simple/%C3%A9%20%F0%9F%90%9D%0A";
        client.colors().simple(&json!("-._~")) => "GET /simple/-._~";
        client.colors().simple(&json!("..")) => refused("simple failed: the path argument `color` must not form the segment `..`, because URL parsers remove it and the request would reach another resource");
        client.colors().simple(&json!("...")) => "GET /simple/...";
        client.colors().simple(&json!(["a,b", null, "c"])) => "GET /simple/a%2Cb,c";
        client.colors().simple(&json!([["x"], {"y": 1}])) => "GET /simple/%5B%22x%22%5D,%7B%22y%22%3A1%7D";
        client.colors().label_exploded(&json!(["a.b", "c"])) => "GET /labelExploded/.a.b.c";
        client.colors().matrix_exploded(&json!({"a;b": "c=d"})) => "GET /matrixExploded/;a%3Bb=c%3Dd";
        client.colors().reserved(&json!("a/b c/d;e=f")) => "GET /reserved/a/b%20c/d;e=f";
        client.colors().reserved(&json!("a?b#c%2f%zz")) => "GET /reserved/a%3Fb%23c%2f%25zz";
        client.colors().reserved(&json!("a/../b")) => refused("reserved failed: the path argument `color` must not form the segment `..`, because URL parsers remove it and the request would reach another resource");
        client.colors().content(&color()) => "GET /content/%7B%22R%22%3A100%2C%22G%22%3A200%7D";
    }
}

fn types_of_values() -> Vec<Row> {
    rows! {
        Client, client;
        client.colors().typed("a b", -7, &Date::from_text("2024-02-29"), types::TypedKind::Round, [1, 2], &color())
            => "GET /typed/a%20b/-7/2024-02-29/round/1,2/R,100,G,200";
        client.colors().typed("a", 0, &Date::from_text("x"), types::TypedKind::Unknown("oval".into()), [1], &color())
            => "GET /typed/a/0/x/oval/1/R,100,G,200";
        client.colors().typed("a", 0, &Date::from_text("x"), types::TypedKind::Square, [] as [i64; 0], &color())
            => refused("typed failed: the path argument `list` must not be empty");
        client.colors().within("a", 1, types::WithinKind::Square) => "GET /within/a:1.square";
        client.colors().twice("a") => "GET /twice/a/and/a";
        client.colors().simple(&json!(true)) => "GET /simple/true";
        client.colors().simple(&json!(1.5)) => "GET /simple/1.5";
        client.colors().simple(&json!(1e21)) => "GET /simple/1e%2B21";
        client.colors().simple(&json!(u64::MAX)) => "GET /simple/18446744073709551615";
    }
}
