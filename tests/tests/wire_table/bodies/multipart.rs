//! Multipart forms (RFC 7578): names, media types and headers of their parts.

use std::path::PathBuf;

use apiarist_runtime::{FilePart, MultipartForm};
use apiarist_tests::bodies::a_form_may_be_one_of_several as walls;
use apiarist_tests::bodies::a_form_whose_parts_have_no_names_takes_any as keys;
use apiarist_tests::bodies::parts_of_a_form_may_be_encoded as albums;
use apiarist_tests::wire_table::forms_of_every_kind::{Client, types};
use apiarist_tests::wire_table::forms_of_unions_and_pairs as pairs;
use serde_json::json;

use crate::table::{Row, refused, rows};

fn form() -> types::Multipart {
    types::Multipart::default()
}

fn row() -> types::Row {
    types::Row::default().a(1).b("x y")
}

/// Returns the path of a file in this package with known content.
fn file() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/wire_table/bodies/three.txt"))
}

fn album() -> albums::types::CreateAlbumBody {
    let cover = FilePart::bytes("a.png", "png").header("X-Width", "3");
    albums::types::CreateAlbumBody::new(cover, ["a", "b"])
        .any(FilePart::bytes("b", "x").content_type("image/jpeg"))
        .note("*hi*")
        .about(albums::types::CreateAlbumBodyAbout::default().year(2024))
}

/// Writes a request of one part with this head and content.
macro_rules! part {
    ($disposition:literal, $rest:literal) => {
        concat!(
            "POST /multipart\ncontent-type: multipart/form-data; boundary=B\n\n--B\nContent-Disposition: form-data; ",
            $disposition,
            "\n",
            $rest,
            "\n--B--\n"
        )
    };
}

/// Returns the rows of this file.
pub fn rows() -> Vec<Row> {
    let mut rows = parts();
    rows.extend(listed_types());
    rows.extend(several_parts());
    rows.extend(encoded_parts());
    rows.extend(parts_of_either_kind());
    rows.extend(forms_of_several_kinds());
    rows.extend(forms_of_any_parts());
    rows
}

fn parts() -> Vec<Row> {
    rows! {
        Client, client;
        client.forms().send_multipart(&form().text("a\nb é")) => part!("name=\"text\"", "\na\nb é");
        client.forms().send_multipart(&form().number(7)) => part!("name=\"number\"", "\n7");
        client.forms().send_multipart(&form().yes(true)) => part!("name=\"yes\"", "\ntrue");
        client.forms().send_multipart(&form().typed("*hi*"))
            => part!("name=\"typed\"", "Content-Type: text/markdown\n\n*hi*");
        client.forms().send_multipart(&form().joined(["a", "b"])) => part!("name=\"joined\"", "\na,b");
        client.forms().send_multipart(&form().row(row()))
            => part!("name=\"row\"", "Content-Type: application/json\n\n{\"a\":1,\"b\":\"x y\"}");
        client.forms().send_multipart(&form().rows([types::Row::default().a(1), types::Row::default().a(2)]))
            => part!("name=\"rows\"", "Content-Type: application/json\n\n{\"a\":1}\n\
                --B\nContent-Disposition: form-data; name=\"rows\"\nContent-Type: application/json\n\n{\"a\":2}");
        client.forms().send_multipart(&form().any(json!({"a": [null]})))
            => part!("name=\"any\"", "Content-Type: application/json\n\n{\"a\":[null]}");
        client.forms().send_multipart(&form().any(json!("a \"b\""))) => part!("name=\"any\"", "\na \"b\"");
        client.forms().send_multipart(&form().any(json!(1.0))) => part!("name=\"any\"", "\n1");
        client.forms().send_multipart(&form().any(json!(false))) => part!("name=\"any\"", "\nfalse");
        client.forms().send_multipart(&form().any(json!(null)))
            => part!("name=\"any\"", "Content-Type: application/json\n\nnull");
        client.forms().send_multipart(&form().quoted(json!("a")))
            => part!("name=\"quoted\"", "Content-Type: application/json\n\n\"a\"");
        client.forms().send_multipart(&form().either(FilePart::text("https://bees.test/a")))
            => part!("name=\"either\"", "\nhttps://bees.test/a");
        client.forms().send_multipart(&form().either(FilePart::text("a").content_type("text/uri-list").header("X-A", "b")))
            => part!("name=\"either\"", "Content-Type: text/uri-list\nX-A: b\n\na");
        client.forms().send_multipart(&form().either(FilePart::bytes("a.png", "bees")))
            => part!("name=\"either\"; filename=\"a.png\"", "Content-Type: image/png\n\nbees");
        client.forms().send_multipart(&form().one_or_more([FilePart::bytes("a.txt", "x")]))
            => part!("name=\"one_or_more\"; filename=\"a.txt\"", "Content-Type: application/octet-stream\n\nx");
        client.forms().send_multipart(&form().file(FilePart::bytes("a.txt", "bees")))
            => part!("name=\"file\"; filename=\"a.txt\"", "Content-Type: application/octet-stream\n\nbees");
        client.forms().send_multipart(&form().file(FilePart::bytes("a.unknown", "bees")))
            => part!("name=\"file\"; filename=\"a.unknown\"", "Content-Type: application/octet-stream\n\nbees");
        client.forms().send_multipart(&form().file(FilePart::bytes("a.txt", "").content_type("text/x-bees")))
            => part!("name=\"file\"; filename=\"a.txt\"", "Content-Type: text/x-bees\n\n");
        client.forms().send_multipart(&form().file(FilePart::bytes("a\"\r\né.txt", "bees")))
            => part!("name=\"file\"; filename=\"a%22%0D%0Aé.txt\"", "Content-Type: application/octet-stream\n\nbees");
        client.forms().send_multipart(&form().file(FilePart::bytes("a.txt", "b").header("X-Width", "3").header("X-B", "c")))
            => part!("name=\"file\"; filename=\"a.txt\"", "Content-Type: application/octet-stream\nX-Width: 3\nX-B: c\n\nb");
        client.forms().send_multipart(&form().file(FilePart::bytes("a.txt", "b").header("X-A", "b\r\nX-Evil: c")))
            => refused("sendMultipart failed: `X-A` with the value \"b\\r\\nX-Evil: c\" is not a valid header of a part");
        client.forms().send_multipart(&form().file(FilePart::path(file())))
            => part!("name=\"file\"; filename=\"three.txt\"", "Content-Type: application/octet-stream\n\none\ntwo\nthree\n");
        client.forms().send_multipart(&form().file(FilePart::path("/nowhere/a.txt")))
            => refused("sendMultipart failed: cannot read the file /nowhere/a.txt: No such file or directory (os error 2)");
        client.forms().send_multipart(&form())
            => "POST /multipart\ncontent-type: multipart/form-data; boundary=B\n\n--B--\n";
    }
}

/// The media type that is selected for a file from those in `encoding`.
fn listed_types() -> Vec<Row> {
    let mut rows = rows! {
        Client, client;
        client.forms().send_multipart(&form().picture(FilePart::bytes("a.png", "b")))
            => part!("name=\"picture\"; filename=\"a.png\"", "Content-Type: image/png\n\nb");
        client.forms().send_multipart(&form().picture(FilePart::bytes("a.b.JPG", "b")))
            => part!("name=\"picture\"; filename=\"a.b.JPG\"", "Content-Type: image/jpeg\n\nb");
        client.forms().send_multipart(&form().picture(FilePart::bytes("a.gif", "b")))
            => part!("name=\"picture\"; filename=\"a.gif\"", "Content-Type: application/octet-stream\n\nb");
        client.forms().send_multipart(&form().picture(FilePart::bytes("png", "b")))
            => part!("name=\"picture\"; filename=\"png\"", "Content-Type: application/octet-stream\n\nb");
        client.forms().send_multipart(&form().picture(FilePart::bytes("a.png", "b").content_type("image/x-bees")))
            => part!("name=\"picture\"; filename=\"a.png\"", "Content-Type: image/x-bees\n\nb");
        client.forms().send_multipart(&form().picture(FilePart::path(file()).file_name("a.jpeg")))
            => part!("name=\"picture\"; filename=\"a.jpeg\"", "Content-Type: image/jpeg\n\none\ntwo\nthree\n");
        client.forms().send_multipart(&form().picture(FilePart::path(file())))
            => part!("name=\"picture\"; filename=\"three.txt\"", "Content-Type: application/octet-stream\n\none\ntwo\nthree\n");
    };
    rows.extend(rows! {
        Client, client;
        client.forms().send_multipart(&form().pictures([FilePart::bytes("a.jpg", "x"), FilePart::bytes("b.png", "y")]))
            => part!("name=\"pictures\"; filename=\"a.jpg\"", "Content-Type: image/jpg\n\nx\n\
                --B\nContent-Disposition: form-data; name=\"pictures\"; filename=\"b.png\"\nContent-Type: image/png\n\ny");
        client.forms().send_multipart(&form().pictures([FilePart::bytes("a", "x"), FilePart::bytes("b", "y").content_type("c/d")]))
            => part!("name=\"pictures\"; filename=\"a\"", "Content-Type: application/octet-stream\n\nx\n\
                --B\nContent-Disposition: form-data; name=\"pictures\"; filename=\"b\"\nContent-Type: c/d\n\ny");
        client.forms().send_multipart(&form().covers([FilePart::bytes("a.gif", "x"), FilePart::bytes("b", "y")]))
            => part!("name=\"covers\"; filename=\"a.gif\"", "Content-Type: image/png\n\nx\n\
                --B\nContent-Disposition: form-data; name=\"covers\"; filename=\"b\"\nContent-Type: image/png\n\ny");
        client.forms().send_multipart(&form().scans([FilePart::bytes("a.tif", "x"), FilePart::bytes("b.pdf", "y")]))
            => part!("name=\"scans\"; filename=\"a.tif\"", "Content-Type: image/tiff\n\nx\n\
                --B\nContent-Disposition: form-data; name=\"scans\"; filename=\"b.pdf\"\nContent-Type: application/pdf\n\ny");
        client.forms().send_multipart(&form().scans([FilePart::bytes("a.txt", "x")]))
            => part!("name=\"scans\"; filename=\"a.txt\"", "Content-Type: application/octet-stream\n\nx");
    });
    rows
}

fn several_parts() -> Vec<Row> {
    rows! {
        Client, client;
        client.forms().send_multipart(&form().files([FilePart::bytes("a.txt", "x"), FilePart::bytes("b.png", "y")]))
            => part!("name=\"files\"; filename=\"a.txt\"", "Content-Type: application/octet-stream\n\nx\n\
                --B\nContent-Disposition: form-data; name=\"files\"; filename=\"b.png\"\nContent-Type: application/octet-stream\n\ny");
        client.forms().send_multipart(&form().list(["a", "b"]))
            => part!("name=\"list\"", "\na\n--B\nContent-Disposition: form-data; name=\"list\"\n\nb");
        client.forms().send_multipart(&form().text("x").file(FilePart::path(file())))
            => part!("name=\"file\"; filename=\"three.txt\"", "Content-Type: application/octet-stream\n\none\ntwo\nthree\n\n\
                --B\nContent-Disposition: form-data; name=\"text\"\n\nx");
    }
}

fn encoded_parts() -> Vec<Row> {
    rows! {
        albums::Client, client;
        client.albums().create(&album())
            => "POST /albums\ncontent-type: multipart/form-data; boundary=B\n\n\
                --B\nContent-Disposition: form-data; name=\"cover\"; filename=\"a.png\"\nContent-Type: image/png\nX-Width: 3\n\npng\n\
                --B\nContent-Disposition: form-data; name=\"any\"; filename=\"b\"\nContent-Type: image/jpeg\n\nx\n\
                --B\nContent-Disposition: form-data; name=\"tags\"\n\na,b\n\
                --B\nContent-Disposition: form-data; name=\"note\"\nContent-Type: text/markdown\n\n*hi*\n\
                --B\nContent-Disposition: form-data; name=\"about\"\nContent-Type: application/vnd.album+json\n\n{\"year\":2024}\n\
                --B--\n";
    }
}

/// An array in place of a string, and headers that the document fixes.
fn parts_of_either_kind() -> Vec<Row> {
    use pairs::types::{Parts, PartsMixed as Mixed, PartsMixedJoined as MixedJoined};
    rows! {
        pairs::Client, client;
        client.forms().send_parts(&Parts::default().mixed(Mixed::String("a".into()))) => part!("name=\"mixed\"", "\na");
        client.forms().send_parts(&Parts::default().mixed(Mixed::Strings(vec!["a".into(), "b".into()])))
            => part!("name=\"mixed\"", "\na\n--B\nContent-Disposition: form-data; name=\"mixed\"\n\nb");
        client.forms().send_parts(&Parts::default().mixed_joined(MixedJoined::Integers(vec![1, 2])))
            => part!("name=\"mixed_joined\"", "\n1,2");
        client.forms().send_parts(&Parts::default().fixed("a")) => part!("name=\"fixed\"", "X-Kind: note\nX-Page: 1\n\na");
        client.forms().send_parts(&Parts::default().marked(FilePart::bytes("a.txt", "b")))
            => part!("name=\"marked\"; filename=\"a.txt\"", "Content-Type: text/plain\nX-Kind: file\n\nb");
        client.forms().send_parts(&Parts::default().marked(FilePart::bytes("a.txt", "b").header("x-kind", "mine")))
            => part!("name=\"marked\"; filename=\"a.txt\"", "Content-Type: text/plain\nx-kind: mine\n\nb");
    }
}

fn forms_of_several_kinds() -> Vec<Row> {
    use walls::types::{
        CreateInviteMultipartBody as Invite, CreateInviteMultipartBodyByMail as ByMail,
        CreateInviteMultipartBodyByPhone as ByPhone, CreateInviteMultipartBodyToAll as ToAll, Link, Picture, Poster,
    };
    rows! {
        walls::Client, client;
        client.posters().create(&Poster::Picture(Picture::new(FilePart::bytes("a.png", "b")).title("Bee")))
            => "POST /posters\ncontent-type: multipart/form-data; boundary=B\n\n\
                --B\nContent-Disposition: form-data; name=\"kind\"\n\npicture\n\
                --B\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\nContent-Type: image/png\n\nb\n\
                --B\nContent-Disposition: form-data; name=\"title\"\n\nBee\n--B--\n";
        client.posters().create(&Poster::Link(Link::new("https://bees.test")))
            => "POST /posters\ncontent-type: multipart/form-data; boundary=B\n\n\
                --B\nContent-Disposition: form-data; name=\"kind\"\n\nLink\n\
                --B\nContent-Disposition: form-data; name=\"url\"\n\nhttps://bees.test\n--B--\n";
        client.posters().create(&Poster::Unknown(MultipartForm::new().text("kind", "mural")))
            => "POST /posters\ncontent-type: multipart/form-data; boundary=B\n\n\
                --B\nContent-Disposition: form-data; name=\"kind\"\n\nmural\n--B--\n";
        client.posters().create_invite().multipart_body(&Invite::ByMail(ByMail::new("Monday", "a@b.test").guests(FilePart::bytes("a", "b"))))
            => "POST /invites\ncontent-type: multipart/form-data; boundary=B\n\n\
                --B\nContent-Disposition: form-data; name=\"day\"\n\nMonday\n\
                --B\nContent-Disposition: form-data; name=\"guests\"; filename=\"a\"\nContent-Type: application/octet-stream\n\nb\n\
                --B\nContent-Disposition: form-data; name=\"mail\"\n\na@b.test\n--B--\n";
        client.posters().create_invite().multipart_body(&Invite::ByPhone(ByPhone::new("Monday", 1)))
            => "POST /invites\ncontent-type: multipart/form-data; boundary=B\n\n\
                --B\nContent-Disposition: form-data; name=\"day\"\n\nMonday\n\
                --B\nContent-Disposition: form-data; name=\"number\"\n\n1\n--B--\n";
        client.posters().create_invite().multipart_body(&Invite::ToAll(ToAll::new("Monday")))
            => "POST /invites\ncontent-type: multipart/form-data; boundary=B\n\n\
                --B\nContent-Disposition: form-data; name=\"all\"\n\ntrue\n\
                --B\nContent-Disposition: form-data; name=\"day\"\n\nMonday\n--B--\n";
    }
}

fn forms_of_any_parts() -> Vec<Row> {
    use keys::types::{SendEitherBody as Either, SendEitherBodyNamed as Named};
    rows! {
        keys::Client, client;
        client.keys().upload(&MultipartForm::new().text("format", "JKS").file("keys", FilePart::bytes("a.jks", "b")).json("scan", json!({"deep": true})))
            => "POST /keys\ncontent-type: multipart/form-data; boundary=B\n\n\
                --B\nContent-Disposition: form-data; name=\"format\"\n\nJKS\n\
                --B\nContent-Disposition: form-data; name=\"keys\"; filename=\"a.jks\"\nContent-Type: application/octet-stream\n\nb\n\
                --B\nContent-Disposition: form-data; name=\"scan\"\nContent-Type: application/json\n\n{\"deep\":true}\n--B--\n";
        client.keys().upload(&MultipartForm::new().text("note", "*hi*").json("page", 1))
            => "POST /keys\ncontent-type: multipart/form-data; boundary=B\n\n\
                --B\nContent-Disposition: form-data; name=\"note\"\nContent-Type: text/markdown\n\n*hi*\n\
                --B\nContent-Disposition: form-data; name=\"page\"\n\n1\n--B--\n";
        client.keys().set_labels().body(&[("a", "1"), ("b\"", "2")].into_iter().collect())
            => "PUT /labels\ncontent-type: multipart/form-data; boundary=B\n\n\
                --B\nContent-Disposition: form-data; name=\"a\"\n\n1\n\
                --B\nContent-Disposition: form-data; name=\"b%22\"\n\n2\n--B--\n";
        client.keys().send_either(&Either::Named(Named::new("Maja")))
            => "POST /either\ncontent-type: multipart/form-data; boundary=B\n\n\
                --B\nContent-Disposition: form-data; name=\"name\"\n\nMaja\n--B--\n";
        client.keys().send_either(&Either::Form(MultipartForm::new().text("a", "b")))
            => "POST /either\ncontent-type: multipart/form-data; boundary=B\n\n\
                --B\nContent-Disposition: form-data; name=\"a\"\n\nb\n--B--\n";
    }
}
