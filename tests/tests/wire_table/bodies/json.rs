//! JSON and its dialects, and bodies of methods that rarely have one.

use apiarist_runtime::Maybe;
use apiarist_tests::wire_table::bodies_of_every_kind::{Client, types};
use serde_json::json;

use crate::table::{Row, rows};

fn bee() -> types::Bee {
    types::Bee::new("Maja").age(2)
}

/// Returns a value with a null property, which differs from an absent one.
fn motherless() -> types::Bee {
    let mut bee = types::Bee::new("");
    bee.mother = Maybe::Null;
    bee
}

/// Returns the rows of this file.
pub fn rows() -> Vec<Row> {
    rows! {
        Client, client;
        client.bodies().send_object(&bee())
            => "POST /object\ncontent-type: application/json\n\n{\"name\":\"Maja\",\"age\":2}";
        client.bodies().send_object(&types::Bee::new("é\"\n🐝").tags([] as [&str; 0]))
            => "POST /object\ncontent-type: application/json\n\n{\"name\":\"é\\\"\\n🐝\",\"tags\":[]}";
        client.bodies().send_object(&motherless())
            => "POST /object\ncontent-type: application/json\n\n{\"name\":\"\",\"mother\":null}";
        client.bodies().send_object(&types::Bee::new(""))
            => "POST /object\ncontent-type: application/json\n\n{\"name\":\"\"}";
        client.bodies().send_list(&[bee(), types::Bee::new("Willi")])
            => "PUT /list\ncontent-type: application/json\n\n[{\"name\":\"Maja\",\"age\":2},{\"name\":\"Willi\"}]";
        client.bodies().send_list(&[]) => "PUT /list\ncontent-type: application/json\n\n[]";
        client.bodies().send_map(&[("a".to_owned(), 1)].into())
            => "PATCH /map\ncontent-type: application/json\n\n{\"a\":1}";
        client.bodies().send_word("a \"b\"") => "POST /word\ncontent-type: application/json\n\n\"a \\\"b\\\"\"";
        client.bodies().send_number(0.1) => "POST /number\ncontent-type: application/json\n\n0.1";
        client.bodies().send_any(&json!([null, 1.0, {"a": true}]))
            => "POST /any\ncontent-type: application/json\n\n[null,1,{\"a\":true}]";
        client.bodies().send_any(&json!(null)) => "POST /any\ncontent-type: application/json\n\nnull";
        client.bodies().send_maybe() => "POST /maybe";
        client.bodies().send_maybe().body(&bee())
            => "POST /maybe\ncontent-type: application/json\n\n{\"name\":\"Maja\",\"age\":2}";
        client.bodies().send_none() => "POST /none";
        client.bodies().send_vendor(&bee())
            => "POST /vendor\ncontent-type: application/vnd.bees.v2+json\n\n{\"name\":\"Maja\",\"age\":2}";
        client.bodies().send_charset(&bee())
            => "POST /charset\ncontent-type: application/json; charset=utf-8\n\n{\"name\":\"Maja\",\"age\":2}";
        client.bodies().send_star(&bee())
            => "POST /star\ncontent-type: application/json\n\n{\"name\":\"Maja\",\"age\":2}";
        client.bodies().find_bees(&bee())
            => "GET /found\ncontent-type: application/json\n\n{\"name\":\"Maja\",\"age\":2}";
        client.bodies().remove_bees() => "DELETE /removed";
        client.bodies().remove_bees().body(&[1, 2]) => "DELETE /removed\ncontent-type: application/json\n\n[1,2]";
    }
}
