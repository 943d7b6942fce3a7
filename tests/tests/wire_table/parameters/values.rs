//! Values of every type, and required parameters.

use std::collections::BTreeMap;

use apiarist_runtime::{Base64, Date, DateTime, RequestOptions, Uuid};
use apiarist_tests::wire_table::values_of_every_type::{Client, types};
use serde_json::json;

use crate::table::{Row, refused, rows};

fn row() -> types::Row {
    types::Row::default().a(1).b("x y")
}

fn tree() -> types::Tree {
    let when = types::TreeWhen::default().gt(Date::from_text("2024-01-01"));
    types::Tree::default().name("n").tags(["x"]).rows([row(), types::Row::default().a(2)]).row(row()).when(when)
}

/// Returns the rows of this file.
pub fn rows() -> Vec<Row> {
    rows! {
        Client, client;
        client.values().send() => "GET /values";
        client.values().send().whole(i64::MIN) => "GET /values?whole=-9223372036854775808";
        client.values().send().long(9_007_199_254_740_993) => "GET /values?long=9007199254740993";
        client.values().send().real(0.1) => "GET /values?real=0.1";
        client.values().send().real(3.0) => "GET /values?real=3";
        client.values().send().real(-0.0) => "GET /values?real=0";
        client.values().send().real(1e-7) => "GET /values?real=1e-7";
        client.values().send().yes(true) => "GET /values?yes=true";
        client.values().send().text("x") => "GET /values?text=x";
        client.values().send().day(&Date::from_text("2024-02-29")) => "GET /values?day=2024-02-29";
        client.values().send().moment(&DateTime::from_text("2024-02-29T12:00:00+01:00"))
            => "GET /values?moment=2024-02-29T12%3A00%3A00%2B01%3A00";
        client.values().send().id(&Uuid::from_text("0190b3a5-7a5c-7cc0-b0fe-0d4a6a3f2a11"))
            => "GET /values?id=0190b3a5-7a5c-7cc0-b0fe-0d4a6a3f2a11";
        client.values().send().bytes(&Base64::from_text("+/8=")) => "GET /values?bytes=%2B%2F8%3D";
        client.values().send().kind(types::SendValuesKind::Round) => "GET /values?kind=round";
        client.values().send().kind(types::SendValuesKind::Unknown("a b".into())) => "GET /values?kind=a%20b";
        client.values().send().level(types::SendValuesLevel::Value2) => "GET /values?level=2";
        client.values().send().maybe("x") => "GET /values?maybe=x";
        client.values().send().days([Date::from_text("2024-01-01"), Date::from_text("2024-01-02")])
            => "GET /values?days=2024-01-01&days=2024-01-02";
        client.values().send().kinds([types::SendValuesKindValue::Round, types::SendValuesKindValue::Square])
            => "GET /values?kinds=round&kinds=square";
        client.values().send().numbers([0.5, 2.0]) => "GET /values?numbers=0.5&numbers=2";
        client.values().send().flags([true, false]) => "GET /values?flags=true&flags=false";
        client.values().send().lists([vec![1, 2], vec![3]]) => "GET /values?lists=%5B1%2C2%5D&lists=%5B3%5D";
        client.values().send().map(&[("a b".to_owned(), 1), ("c".to_owned(), 2)].into()) => "GET /values?a%20b=1&c=2";
        client.values().send().map(&BTreeMap::new()) => "GET /values";
        client.values().send().rows([row()]) => "GET /values?rows=%7B%22a%22%3A1%2C%22b%22%3A%22x%20y%22%7D";
        client.values().send().row(&row()) => "GET /values?a=1&b=x%20y";
        client.values().send().free(&[("a".to_owned(), json!({"b": [1]}))].into()) => "GET /values?a=%7B%22b%22%3A%5B1%5D%7D";
        client.values().send().deep(&tree())
            => "GET /values?deep%5Bname%5D=n&deep%5Btags%5D%5B%5D=x&deep%5Brows%5D%5B0%5D%5Ba%5D=1\
                &deep%5Brows%5D%5B0%5D%5Bb%5D=x%20y&deep%5Brows%5D%5B1%5D%5Ba%5D=2&deep%5Brow%5D%5Ba%5D=1\
                &deep%5Brow%5D%5Bb%5D=x%20y&deep%5Bwhen%5D%5Bgt%5D=2024-01-01";
        client.values().send().deep(&types::Tree::default()) => "GET /values";
        client.values().send().whole(1).whole(2) => "GET /values?whole=1&whole=2";
        client.values().send_needed(1, ["x", "y"], "c", "d") => "GET /needed?a=1&b=x&b=y\ncookie: d=d\nx-c: c";
        client.values().send_needed(1, [] as [&str; 0], "", "") => "GET /needed?a=1\ncookie: d=\nx-c: ";
        client.values().send_needed(1, ["x"], "\n", "d")
            => refused("sendNeeded failed: the value of the header `X-C` contains characters that are not allowed in a header");
        client.values().send().whole(1).options(RequestOptions::default().query("b c", "d&e").header("X-F", "g"))
            => "GET /values?whole=1&b%20c=d%26e\nx-f: g";
        client.values().send().options(RequestOptions::default().header("bad name", "g"))
            => refused("sendValues failed: `bad name` is not a valid header name");
        client.values().send().options(RequestOptions::default().idempotency_key("k")) => "GET /values\nidempotency-key: k";
        client.values().send().options(RequestOptions::default().header("accept", "text/x-bees")) => "GET /values\naccept: text/x-bees";
    }
}
