//! Bodies of requests.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use apiarist_runtime::{Bytes, FilePart, Upload, http};
use apiarist_tests::bodies::{
    a_form_may_be_written_in_other_ways as forms, parts_of_a_form_may_be_encoded as albums,
    several_media_types_are_several_methods as leads, text_and_bytes_are_sent_as_they_are as blobs,
};
use apiarist_tests::loopback::Answer;

use crate::table::rows;

fn done() -> Answer {
    Answer::empty(204)
}

#[test]
fn forms() {
    rows! {
        forms::Client;
        |client| client.forms().send(
            &forms::types::SendFormBody::default()
                .ids([1, 2])
                .filter(forms::types::SendFormBodyFilter::default().name("a"))
                .nested(forms::types::SendFormBodyNested::default().name("b"))
                .plain(["c", "d"]),
        ), done()
            => "POST /forms\ncontent-type: application/x-www-form-urlencoded\n\n\
                ids=1%7C2&filter=%7B%22name%22%3A%22a%22%7D&nested%5Bname%5D=b&plain=c&plain=d", "()";
        |client| client.forms().send_map(&[("a b".to_owned(), "c&d".to_owned())].into()), done()
            => "POST /maps\ncontent-type: application/x-www-form-urlencoded\n\na%20b=c%26d", "()";
        |client| client.forms().send_text("a=1&b=2"), done()
            => "POST /texts\ncontent-type: application/x-www-form-urlencoded\n\na=1&b=2", "()";
    }
}

fn lead() -> leads::types::Lead {
    leads::types::Lead::new("a@b.c").tags(["x", "y"])
}

#[test]
fn each_media_type_has_a_method() {
    rows! {
        leads::Client;
        |client| client.leads().create(&lead()).dry(true), done()
            => "POST /leads?dry=true\ncontent-type: application/json\n\n{\"email\":\"a@b.c\",\"tags\":[\"x\",\"y\"]}", "()";
        |client| client.leads().create_form(&lead()).dry(false), done()
            => "POST /leads?dry=false\ncontent-type: application/x-www-form-urlencoded\n\nemail=a%40b.c&tags=x&tags=y", "()";
        |client| client.leads().create_xml("<lead/>"), done()
            => "POST /leads\ncontent-type: application/xml\n\n<lead/>", "()";
        |client| client.leads().update("1").body(&lead()), done()
            => "PATCH /leads/1\ncontent-type: application/merge-patch+json\n\n{\"email\":\"a@b.c\",\"tags\":[\"x\",\"y\"]}", "()";
        |client| client.leads().update("1").json_patch_body(&[]), done()
            => "PATCH /leads/1\ncontent-type: application/json-patch+json\n\n[]", "()";
        |client| client.leads().update("1").text_body("hi"), done()
            => "PATCH /leads/1\ncontent-type: text/plain\n\nhi", "()";
        |client| client.leads().update("1").bytes_body(b"\x01"), done()
            => "PATCH /leads/1\ncontent-type: application/octet-stream\n\n\u{1}", "()";
        |client| client.leads().search(&lead()), done()
            => "GET /leads/search\ncontent-type: application/json\n\n{\"email\":\"a@b.c\",\"tags\":[\"x\",\"y\"]}", "()";
    }
}

/// A stream of pieces, the last one first.
struct Pieces(Vec<&'static str>);

impl futures_core::Stream for Pieces {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, _context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.pop().map(|piece| Ok(piece.into())))
    }
}

fn parts() -> Pieces {
    Pieces(vec!["s", "bee"])
}

#[test]
fn bytes_come_from_anywhere() {
    const PUT: &str = "PUT /blobs/a\ncontent-type: application/octet-stream\n\nbees";
    rows! {
        blobs::Client;
        |client| client.blobs().put("a", "bees"), done() => PUT, "()";
        |client| client.blobs().put("a", Bytes::from_static(b"bees")), done() => PUT, "()";
        |client| client.blobs().put("a", Upload::read(&b"bees"[..])), done()
            => "PUT /blobs/a\ncontent-type: application/octet-stream\ntransfer-encoding: chunked\n\nbees", "()";
        |client| client.blobs().put("a", Upload::read_of_length(4, &b"bees"[..])), done() => PUT, "()";
        |client| client.blobs().put("a", Upload::stream_of_length(4, parts())), done() => PUT, "()";
        |client| client.blobs().put("a", Upload::path(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.lock"))), done()
            => "", concat!(
                "error: putBlob failed: the file ", env!("CARGO_MANIFEST_DIR"),
                "/Cargo.lock cannot be read: No such file or directory (os error 2)"
            );
        |client| client.blobs().put("a", "bees"), [Answer::empty(503).header("retry-after", "0"), done()]
            => &format!("{PUT}\n---\n{PUT}"), "()";
        |client| client.blobs().put("a", Upload::stream_of_length(4, parts())), Answer::empty(503)
            => PUT, "error: putBlob failed: 503 Service Unavailable; it is not sent again, since its body is a stream, \
                which can be read only once";
        |client| client.blobs().put("a", Upload::stream_of_length(4, parts())), Answer::empty(307).header("location", "/b")
            => PUT, "error: putBlob failed: 307 Temporary Redirect: a redirect was not followed, since the body is a \
                stream, which can be read only once";
    }
}

#[test]
fn parts_of_forms_have_types_and_headers() {
    let connection = apiarist_runtime::testing::FakeTransport::new();
    connection.push(apiarist_runtime::testing::FakeAnswer::new(204));
    let client = albums::Client::builder().transport(connection.clone()).build().expect("it is built");
    let cover = FilePart::bytes("a.png", "png").header("X-Width", "3");
    let body = albums::types::CreateAlbumBody::new(cover, ["a", "b"])
        .any(FilePart::bytes("b", "x").content_type("image/jpeg"))
        .note("*hi*")
        .about(albums::types::CreateAlbumBodyAbout::default().year(2024));
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("it is built");
    runtime.block_on(async { client.albums().create(&body).await }).expect("it is created");
    let request = connection.last_request().expect("it was sent");
    let content_type = request.headers.get(http::header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let boundary = content_type.and_then(|value| value.split_once("boundary=")).expect("it has a boundary").1;
    let text = request.text().replace(boundary, "B").replace("\r\n", "\n");
    assert_eq!(
        text,
        "--B\nContent-Disposition: form-data; name=\"cover\"; filename=\"a.png\"\nContent-Type: image/png\nX-Width: 3\n\npng\n\
         --B\nContent-Disposition: form-data; name=\"any\"; filename=\"b\"\nContent-Type: image/jpeg\n\nx\n\
         --B\nContent-Disposition: form-data; name=\"tags\"\n\na,b\n\
         --B\nContent-Disposition: form-data; name=\"note\"\nContent-Type: text/markdown\n\n*hi*\n\
         --B\nContent-Disposition: form-data; name=\"about\"\nContent-Type: application/vnd.album+json\n\n{\"year\":2024}\n\
         --B--\n"
    );
}
