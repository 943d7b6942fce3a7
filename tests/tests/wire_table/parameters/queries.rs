//! Queries in every style (OpenAPI 3.2, section 4.12, and the convention of servers where it is silent).

use apiarist_runtime::Value;
use apiarist_tests::parameters::queries_have_styles_of_their_own as flowers;
use apiarist_tests::wire_table::queries_in_every_style::{Client, types};
use serde_json::json;

use crate::table::{Row, rows};

fn list() -> Value {
    json!(["blue", "black", "brown"])
}

/// Returns an object. Its keys are sorted, because a `Value` may sort them.
fn object() -> Value {
    json!({"B": 150, "G": 200, "R": 100})
}

/// Returns the rows of this file.
pub fn rows() -> Vec<Row> {
    let mut rows = styles();
    rows.extend(deep_objects());
    rows.extend(names_and_signs());
    rows.extend(whole_queries());
    rows.extend(flowers());
    rows
}

/// The columns of the table are the empty string, a string, an array and an object. Empty arrays and objects are not
/// sent.
fn styles() -> Vec<Row> {
    rows! {
        Client, client;
        client.colors().form(&json!("")) => "GET /form?color=";
        client.colors().form(&json!("blue")) => "GET /form?color=blue";
        client.colors().form(&list()) => "GET /form?color=blue&color=black&color=brown";
        client.colors().form(&object()) => "GET /form?B=150&G=200&R=100";
        client.colors().form(&json!([])) => "GET /form";
        client.colors().form(&json!({})) => "GET /form";
        client.colors().form(&json!(null)) => "GET /form";
        client.colors().form(&json!(["a", null, "b"])) => "GET /form?color=a&color=b";
        client.colors().form_joined(&json!("")) => "GET /formJoined?color=";
        client.colors().form_joined(&json!("blue")) => "GET /formJoined?color=blue";
        client.colors().form_joined(&list()) => "GET /formJoined?color=blue,black,brown";
        client.colors().form_joined(&object()) => "GET /formJoined?color=B,150,G,200,R,100";
        client.colors().form_joined(&json!([])) => "GET /formJoined";
        client.colors().form_joined(&json!(["a,b", "c"])) => "GET /formJoined?color=a%2Cb,c";
        client.colors().space(&list()) => "GET /space?color=blue%20black%20brown";
        client.colors().space(&object()) => "GET /space?color=B%20150%20G%20200%20R%20100";
        client.colors().space(&json!("blue")) => "GET /space?color=blue";
        client.colors().space_exploded(&list()) => "GET /spaceExploded?color=blue&color=black&color=brown";
        client.colors().pipe(&list()) => "GET /pipe?color=blue%7Cblack%7Cbrown";
        client.colors().pipe(&object()) => "GET /pipe?color=B%7C150%7CG%7C200%7CR%7C100";
        client.colors().pipe(&json!("blue")) => "GET /pipe?color=blue";
        client.colors().pipe(&json!([])) => "GET /pipe";
        client.colors().pipe_exploded(&list()) => "GET /pipeExploded?color=blue&color=black&color=brown";
        client.colors().deep(&object()) => "GET /deep?color%5BB%5D=150&color%5BG%5D=200&color%5BR%5D=100";
    }
}

fn deep_objects() -> Vec<Row> {
    rows! {
        Client, client;
        client.colors().deep(&json!({})) => "GET /deep";
        client.colors().deep(&json!({"a": null})) => "GET /deep";
        client.colors().deep(&json!({"a": ""})) => "GET /deep?color%5Ba%5D=";
        client.colors().deep(&json!({"a": {"b": {"c": true}}})) => "GET /deep?color%5Ba%5D%5Bb%5D%5Bc%5D=true";
        client.colors().deep(&json!({"a": [1, 2]})) => "GET /deep?color%5Ba%5D%5B%5D=1&color%5Ba%5D%5B%5D=2";
        client.colors().deep(&json!({"a": []})) => "GET /deep";
        client.colors().deep(&json!({"a": [{"b": 1}, {"b": 2}]}))
            => "GET /deep?color%5Ba%5D%5B0%5D%5Bb%5D=1&color%5Ba%5D%5B1%5D%5Bb%5D=2";
        client.colors().deep(&json!({"a": [[1, 2], [3]]}))
            => "GET /deep?color%5Ba%5D%5B0%5D%5B%5D=1&color%5Ba%5D%5B0%5D%5B%5D=2&color%5Ba%5D%5B1%5D%5B%5D=3";
        client.colors().deep(&json!({"a b": "c&d"})) => "GET /deep?color%5Ba%20b%5D=c%26d";
        client.colors().deep(&json!("blue")) => "GET /deep?color=blue";
    }
}

fn names_and_signs() -> Vec<Row> {
    rows! {
        Client, client;
        client.colors().form(&json!("a b+c&d=e#f")) => "GET /form?color=a%20b%2Bc%26d%3De%23f";
        client.colors().form(&json!("é🐝")) => "GET /form?color=%C3%A9%F0%9F%90%9D";
        client.colors().reserved(&json!("https://x.test/a?b=c&d#e f")) => "GET /reserved?color=https://x.test/a%3Fb=c%26d%23e%20f";
        client.colors().reserved(&json!("50% a%20b [1]")) => "GET /reserved?color=50%25%20a%20b%20%5B1%5D";
        client.colors().reserved_joined(&json!(["a/b", "c:d"])) => "GET /reservedJoined?color=a/b,c:d";
        client.colors().empty(&json!("")) => "GET /empty?color=";
        client.colors().names().a_b("c") => "GET /names?a%20b=c";
        client.colors().names().ids([1, 2]) => "GET /names?ids%5B%5D=1&ids%5B%5D=2";
        client.colors().names().page_size(3).top(4) => "GET /names?page%5Bsize%5D=3&%24top=4";
        client.colors().names().naïve("x") => "GET /names?na%C3%AFve=x";
        client.colors().names() => "GET /names";
        client.colors().content().color([1, 2]) => "GET /content?color=%5B1%2C2%5D";
        client.colors().content().color([] as [i64; 0]) => "GET /content?color=%5B%5D";
        client.colors().fixed() => "GET /fixed?fixed=yes";
        client.colors().fixed().x(1024) => "GET /fixed?fixed=yes&x=1024";
        client.colors().unions().limit(&types::UnionsLimit::Integer(5)) => "GET /unions?limit=5";
        client.colors().unions().nothing("") => "GET /unions?nothing=";
    }
}

fn whole_queries() -> Vec<Row> {
    rows! {
        Client, client;
        client.colors().whole(&json!({"a": [1, "b c"]})) => "GET /whole?%7B%22a%22%3A%5B1%2C%22b%20c%22%5D%7D";
        client.colors().whole(&json!([])) => "GET /whole?%5B%5D";
        client.colors().form_whole(&types::FormWholeRest::default().a("x y").b([1, 2])) => "GET /form-whole?a=x%20y&b=1&b=2";
        client.colors().form_whole(&types::FormWholeRest::default()) => "GET /form-whole";
    }
}

fn deep() -> flowers::types::Deep {
    let row = || flowers::types::Colour::default().r(1);
    flowers::types::Deep::default().name("a&b").tags(["x", "y"]).rows([row(), row().g(2)]).inner(row())
}

fn red() -> flowers::types::Colour {
    flowers::types::Colour::default().r(100).g(200)
}

fn free() -> std::collections::BTreeMap<String, Value> {
    [("a".to_owned(), json!(1)), ("b".to_owned(), json!(["x", "y"]))].into()
}

fn flowers() -> Vec<Row> {
    rows! {
        flowers::Client, client;
        client.flowers().list().form(&red()) => "GET /flowers?form=R,100,G,200";
        client.flowers().list().spread(&red()) => "GET /flowers?R=100&G=200";
        client.flowers().list().space(["a b", "c"]) => "GET /flowers?space=a%20b%20c";
        client.flowers().list().pipe(&red()) => "GET /flowers?pipe=R%7C100%7CG%7C200";
        client.flowers().list().deep(&deep())
            => "GET /flowers?deep%5Bname%5D=a%26b&deep%5Btags%5D%5B%5D=x&deep%5Btags%5D%5B%5D=y\
                &deep%5Brows%5D%5B0%5D%5BR%5D=1&deep%5Brows%5D%5B1%5D%5BR%5D=1&deep%5Brows%5D%5B1%5D%5BG%5D=2\
                &deep%5Binner%5D%5BR%5D=1";
        client.flowers().list().filter(["a", "b"]).filter_name("c")
            => "GET /flowers?filter%5B%5D=a&filter%5B%5D=b&filter%5Bname%5D=c";
        client.flowers().list().url("https://x.test/a?b=c&d#e%20f") => "GET /flowers?url=https://x.test/a%3Fb=c%26d%23e%20f";
        client.flowers().list().sort(flowers::types::ListFlowersSort::Asc) => "GET /flowers?sort=asc";
        client.flowers().list().mark("") => "GET /flowers?mark=";
        client.flowers().list().free(&free()) => "GET /flowers?a=1&b=x&b=y";
        client.flowers().list().any(&json!([1, null, true])) => "GET /flowers?any=1&any=true";
        client.flowers().list().any(&Value::Null) => "GET /flowers";
        client.flowers().search(&red()) => "GET /search?%7B%22R%22%3A100%2C%22G%22%3A200%7D";
    }
}
