//! Media types other than JSON and forms, and operations with several.

use apiarist_tests::bodies::several_media_types_are_several_methods as leads;
use apiarist_tests::wire_table::bodies_of_every_kind::Client;

use crate::table::{Row, rows};

fn lead() -> leads::types::Lead {
    leads::types::Lead::new("a@b.c").tags(["x", "y"])
}

/// Returns the rows of this file.
pub fn rows() -> Vec<Row> {
    let mut rows = one_media_type();
    rows.extend(several_media_types());
    rows
}

fn one_media_type() -> Vec<Row> {
    rows! {
        Client, client;
        client.bodies().send_text("é\r\n \"x\"") => "POST /text\ncontent-type: text/plain\n\né\n \"x\"";
        client.bodies().send_text("") => "POST /text\ncontent-type: text/plain";
        client.bodies().send_maybe_text() => "POST /maybe-text";
        client.bodies().send_maybe_text().body("# hi") => "POST /maybe-text\ncontent-type: text/markdown\n\n# hi";
        client.bodies().send_xml("<?xml version=\"1.0\"?><bee/>")
            => "POST /xml\ncontent-type: application/xml\n\n<?xml version=\"1.0\"?><bee/>";
        client.bodies().send_lines("{\"a\":1}\n{\"a\":2}\n")
            => "POST /lines\ncontent-type: application/x-ndjson\n\n{\"a\":1}\n{\"a\":2}\n";
        client.bodies().send_image() => "PUT /image";
        client.bodies().send_image().body("png") => "PUT /image\ncontent-type: image/png\n\npng";
    }
}

fn several_media_types() -> Vec<Row> {
    rows! {
        leads::Client, client;
        client.leads().create(&lead()).dry(true)
            => "POST /leads?dry=true\ncontent-type: application/json\n\n{\"email\":\"a@b.c\",\"tags\":[\"x\",\"y\"]}";
        client.leads().create_form(&lead()).dry(false)
            => "POST /leads?dry=false\ncontent-type: application/x-www-form-urlencoded\n\nemail=a%40b.c&tags=x&tags=y";
        client.leads().create_xml("<lead/>") => "POST /leads\ncontent-type: application/xml\n\n<lead/>";
        client.leads().update("1") => "PATCH /leads/1";
        client.leads().update("1").body(&lead())
            => "PATCH /leads/1\ncontent-type: application/merge-patch+json\n\n{\"email\":\"a@b.c\",\"tags\":[\"x\",\"y\"]}";
        client.leads().update("1").json_patch_body(&[])
            => "PATCH /leads/1\ncontent-type: application/json-patch+json\n\n[]";
        client.leads().update("1").text_body("hi") => "PATCH /leads/1\ncontent-type: text/plain\n\nhi";
        client.leads().update("1").bytes_body(b"\x01") => "PATCH /leads/1\ncontent-type: application/octet-stream\n\n\u{1}";
        client.leads().search(&lead())
            => "GET /leads/search\ncontent-type: application/json\n\n{\"email\":\"a@b.c\",\"tags\":[\"x\",\"y\"]}";
    }
}
