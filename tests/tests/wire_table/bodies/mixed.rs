//! Multipart bodies that are not forms: `multipart/related` (RFC 2387), `multipart/mixed` (RFC 2046 section 5.1.3) and
//! others.

use apiarist_runtime::{Base64, FilePart, MultipartForm};
use apiarist_tests::wire_table::multipart_bodies_that_are_no_forms::{Client, types};

use crate::table::{Row, rows};

fn related() -> types::RelatedBody {
    types::RelatedBody::default()
        .meta(types::Meta::default().a("b"))
        .data(FilePart::bytes("a.png", "png"))
        .note("é")
        .key(Base64::from_text("YmVlcw=="))
        .rest([types::Meta::default()])
}

/// Returns the rows of this file.
pub fn rows() -> Vec<Row> {
    let mut rows = roots();
    rows.extend(orders());
    rows
}

fn roots() -> Vec<Row> {
    rows! {
        Client, client;
        client.mixed().related(&related())
            => "POST /related\ncontent-type: multipart/related; boundary=B; type=\"application/json\"; start=\"<1@B>\"\n\n\
                --B\nContent-Disposition: form-data; name=\"meta\"\nContent-Type: application/json\nContent-ID: <1@B>\n\n{\"a\":\"b\"}\n\
                --B\nContent-Disposition: form-data; name=\"data\"; filename=\"a.png\"\nContent-Type: image/png\nContent-ID: <2@B>\nX-Kind: photo\n\npng\n\
                --B\nContent-Disposition: form-data; name=\"note\"\nContent-Type: text/plain; charset=utf-8\nContent-ID: <3@B>\n\né\n\
                --B\nContent-Disposition: form-data; name=\"key\"\nContent-Type: application/octet-stream\nContent-ID: <4@B>\nContent-Transfer-Encoding: base64\n\nYmVlcw==\n\
                --B\nContent-Disposition: form-data; name=\"rest\"\nContent-Type: application/json\nContent-ID: <5@B>\n\n{}\n\
                --B--\n";
        client.mixed().stated(&["<p>".to_owned()])
            => "POST /stated\ncontent-type: multipart/related; boundary=B; start=\"<1@B>\"; type=\"text/html\"\n\n\
                --B\nContent-Type: text/html\nContent-ID: <1@B>\n\n<p>\n--B--\n";
    }
}

fn orders() -> Vec<Row> {
    rows! {
        Client, client;
        client.mixed().files(&[FilePart::bytes("a\"b.txt", "x"), FilePart::bytes("c", "y").content_type("text/plain")])
            => "POST /files\ncontent-type: multipart/mixed; boundary=B\n\n\
                --B\nContent-Disposition: attachment; filename=\"a%22b.txt\"\nContent-Type: application/octet-stream\n\nx\n\
                --B\nContent-Disposition: attachment; filename=\"c\"\nContent-Type: text/plain\n\ny\n--B--\n";
        client.mixed().places(&(types::Meta::default().a("b"), FilePart::bytes("a.jpg", "jpg"), 7))
            => "POST /places\ncontent-type: multipart/mixed; boundary=B\n\n\
                --B\nContent-Type: application/json\n\n{\"a\":\"b\"}\n\
                --B\nContent-Disposition: attachment; filename=\"a.jpg\"\nContent-Type: image/jpeg\n\njpg\n\
                --B\nContent-Type: text/x-number\n\n7\n--B--\n";
        client.mixed().stream() => "POST /stream";
        client.mixed().stream().body(&[FilePart::bytes("a", "x")])
            => "POST /stream\ncontent-type: multipart/byteranges; boundary=B\n\n\
                --B\nContent-Disposition: attachment; filename=\"a\"\nContent-Type: video/mp4\n\nx\n--B--\n";
        client.mixed().any(&MultipartForm::new().text("a", "b").text("", "c"))
            => "POST /any\ncontent-type: multipart/mixed; boundary=B\n\n\
                --B\nContent-Disposition: form-data; name=\"a\"\nContent-Type: text/plain; charset=utf-8\n\nb\n\
                --B\nContent-Type: text/plain; charset=utf-8\n\nc\n--B--\n";
    }
}
