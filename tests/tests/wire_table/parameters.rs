//! Parameters in paths, queries, headers and cookies.

use apiarist_runtime::{Date, Value};
use apiarist_tests::loopback::Answer;
use apiarist_tests::parameters::{
    collection_formats_are_styles as formats, every_style_is_written_as_the_specification_says as styles,
    queries_have_styles_of_their_own as queries, settings_say_how_they_are_sent as settings,
};
use serde_json::json;

use crate::table::rows;

fn done() -> Answer {
    Answer::empty(204)
}

fn colour() -> styles::types::Colour {
    styles::types::Colour::default().r(100).g(200)
}

#[test]
fn paths() {
    rows! {
        styles::Client;
        |client| client.paths().get_simple(["blue", "bl,ack"], &colour()), done()
            => "GET /simple/blue,bl%2Cack/R=100,G=200", "()";
        |client| client.paths().get_simple([] as [&str; 0], &colour()), Answer::empty(204)
            => "", "error: getSimple failed: the path argument `list` must not be empty";
        |client| client.paths().get_label(["blue", "a/b"], &colour()), done()
            => "GET /label/.blue.a%2Fb/.R,100,G,200", "()";
        |client| client.paths().get_matrix(["blue", "b;c"], &colour(), "x y"), done()
            => "GET /matrix/;list=blue,b%3Bc/;R=100;G=200;word=x%20y", "()";
        |client| client.paths().get_matrix(["blue"], &colour().r(1), ""), done()
            => "GET /matrix/;list=blue/;R=1;G=200;word", "()";
        |client| client.paths().get_file("a/b c/d.txt", &colour()), done()
            => "GET /files/a/b%20c/d.txt/%7B%22R%22%3A100%2C%22G%22%3A200%7D", "()";
        |client| client.paths().get_file("a/../b", &colour()), done()
            => "", "error: getFile failed: the path argument `path` must not be `..`: URLs drop such a segment";
    }
}

#[test]
fn headers_and_cookies() {
    rows! {
        styles::Client;
        |client| client.others().get().x_simple(&colour()).x_filter(&colour()), done()
            => "GET /others\nx-filter: {\"R\":100,\"G\":200}\nx-simple: R=100,G=200", "()";
        |client| client.others().get().several(["a", "b c"]).joined(["d", "e"]).raw_("f%20g"), done()
            => "GET /others\ncookie: several=a; several=b%20c; joined=d,e; raw=f%20g", "()";
        |client| client.others().get().several([] as [&str; 0]), done() => "GET /others", "()";
        |client| client.others().get().raw_("a; admin=yes"), done()
            => "", "error: getOthers failed: the value of the cookie `raw` has characters that a cookie cannot hold";
    }
}

fn deep() -> queries::types::Deep {
    let row = || queries::types::Colour::default().r(1);
    queries::types::Deep::default().name("a&b").tags(["x", "y"]).rows([row(), row().g(2)]).inner(row())
}

fn red() -> queries::types::Colour {
    queries::types::Colour::default().r(100).g(200)
}

fn free() -> std::collections::BTreeMap<String, Value> {
    [("a".to_owned(), json!(1)), ("b".to_owned(), json!(["x", "y"]))].into()
}

#[test]
fn queries() {
    rows! {
        queries::Client;
        |client| client.flowers().list().form(&red()), done() => "GET /flowers?form=R,100,G,200", "()";
        |client| client.flowers().list().spread(&red()), done() => "GET /flowers?R=100&G=200", "()";
        |client| client.flowers().list().space(["a b", "c"]), done() => "GET /flowers?space=a%20b%20c", "()";
        |client| client.flowers().list().pipe(&red()), done() => "GET /flowers?pipe=R%7C100%7CG%7C200", "()";
        |client| client.flowers().list().deep(&deep()), done()
            => "GET /flowers?deep%5Bname%5D=a%26b&deep%5Btags%5D%5B%5D=x&deep%5Btags%5D%5B%5D=y\
                &deep%5Brows%5D%5B0%5D%5BR%5D=1&deep%5Brows%5D%5B1%5D%5BR%5D=1&deep%5Brows%5D%5B1%5D%5BG%5D=2\
                &deep%5Binner%5D%5BR%5D=1", "()";
        |client| client.flowers().list().filter(["a", "b"]).filter_name("c"), done()
            => "GET /flowers?filter%5B%5D=a&filter%5B%5D=b&filter%5Bname%5D=c", "()";
        |client| client.flowers().list().url("https://x.test/a?b=c&d#e%20f"), done()
            => "GET /flowers?url=https://x.test/a%3Fb=c%26d%23e%20f", "()";
        |client| client.flowers().list().since(&Date::from_text("2024-02-29")), done()
            => "GET /flowers?since=2024-02-29", "()";
        |client| client.flowers().list().sort(queries::types::ListFlowersSort::Asc), done()
            => "GET /flowers?sort=asc", "()";
        |client| client.flowers().list().mark(""), done() => "GET /flowers?mark=", "()";
        |client| client.flowers().list().free(&free()), done() => "GET /flowers?a=1&b=x&b=y", "()";
        |client| client.flowers().list().any(&json!([1, null, true])), done() => "GET /flowers?any=1&any=true", "()";
        |client| client.flowers().list().any(&Value::Null), done() => "GET /flowers", "()";
        |client| client.flowers().search(&red()), done() => "GET /search?%7B%22R%22%3A100%2C%22G%22%3A200%7D", "()";
    }
}

#[test]
fn collection_formats() {
    rows! {
        formats::Client;
        |client| client.lists().send([1, 2]).csv(["a", "b"]).ssv(["a", "b"]).tsv(["a", "b"]).pipes(["a", "b"]), done()
            => "POST /lists/1%7C2?csv=a,b&ssv=a%20b&tsv=a%09b&pipes=a%7Cb", "()";
        |client| client.lists().send([1]).multi(["a", "b"]).x_tabs(["a", "b"]), done()
            => "POST /lists/1?multi=a&multi=b\nx-tabs: a\tb", "()";
        |client| client.lists().send([1]).body(
            &formats::types::SendListsBody::default().tags(["a", "b"]).words(["c", "d"]).each(["e", "f"]).note("g h"),
        ), done()
            => "POST /lists/1\ncontent-type: application/x-www-form-urlencoded\n\n\
                tags=a,b&words=c%20d&each=e&each=f&note=g%20h", "()";
    }
}

#[test]
fn names_and_styles_from_settings() {
    rows! {
        settings::Client;
        |client| client.items().list().include(["a", "b"]).tags(["c", "d"]).path("e/f"), done()
            => "GET /items?include%5B%5D=a&include%5B%5D=b&tags=c%7Cd&path=e/f", "()";
        |client| client.items().delete().include(["a", "b"]), done() => "DELETE /items?include=a,b", "()";
    }
}
