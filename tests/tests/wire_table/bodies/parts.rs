//! Parts of multipart forms in every encoding, and undeclared parts.

use apiarist_runtime::{Base64, FilePart, MultipartForm};
use apiarist_tests::wire_table::parts_in_every_encoding::{Client, types};

use crate::table::{Row, refused, rows};

fn form() -> types::PartsBody {
    types::PartsBody::default()
}

fn row() -> types::Row {
    types::Row::default().a(1).b("x, y")
}

fn nest() -> types::Nest {
    types::Nest::default().a(["b", "c"]).row(row())
}

fn open(extra: MultipartForm) -> types::OpenBody {
    let mut body = types::OpenBody::default().name("a");
    body.extra = extra;
    body
}

fn texts() -> types::TextsBody {
    let mut body = types::TextsBody::new("a");
    body.extra = [("b\"c".to_owned(), "d".to_owned()), ("é".to_owned(), String::new())].into();
    body
}

fn files() -> types::FilesBody {
    let pages = vec![FilePart::bytes("1.txt", "x"), FilePart::bytes("2.txt", "y")];
    types::FilesBody { extra: [("page".to_owned(), pages)].into(), ..types::FilesBody::default() }
}

fn extra_rows() -> types::RowsBody {
    types::RowsBody { extra: [("one".to_owned(), row())].into(), ..types::RowsBody::default() }
}

/// Writes a request of several parts: for each its disposition, the rest of its head, an empty line and its content.
macro_rules! parts {
    ($path:literal: $($part:literal),+) => {
        concat!(
            "POST ", $path, "\ncontent-type: multipart/form-data; boundary=B\n\n",
            $( "--B\nContent-Disposition: form-data; ", $part, "\n", )+
            "--B--\n"
        )
    };
}

/// Returns the rows of this file.
pub fn rows() -> Vec<Row> {
    let mut rows = media_types();
    rows.extend(styles());
    rows.extend(arrays());
    rows.extend(names());
    rows.extend(unnamed());
    rows
}

fn media_types() -> Vec<Row> {
    rows! {
        Client, client;
        client.parts().parts(&form().note("a \"b\""))
            => parts!("/parts": "name=\"note\"\nContent-Type: application/json;charset=utf-8\n\n\"a \\\"b\\\"\"");
        client.parts().parts(&form().note("7"))
            => parts!("/parts": "name=\"note\"\nContent-Type: application/json;charset=utf-8\n\n\"7\"");
        client.parts().parts(&form().count(7)) => parts!("/parts": "name=\"count\"\nContent-Type: application/json\n\n7");
        client.parts().parts(&form().words(["a", "b"]))
            => parts!("/parts": "name=\"words\"\nContent-Type: application/json\n\n\"a\"",
                "name=\"words\"\nContent-Type: application/json\n\n\"b\"");
        client.parts().parts(&form().image(FilePart::bytes("a.jpg", "x")))
            => parts!("/parts": "name=\"image\"; filename=\"a.jpg\"\nContent-Type: image/jpeg\n\nx");
        client.parts().parts(&form().pages([FilePart::bytes("1", "x"), FilePart::bytes("2", "y")]))
            => parts!("/parts": "name=\"pages\"; filename=\"1\"\nContent-Type: application/pdf\n\nx",
                "name=\"pages\"; filename=\"2\"\nContent-Type: application/pdf\n\ny");
        client.parts().parts(&form().meta(types::Row::default()))
            => parts!("/parts": "name=\"meta\"\nContent-Type: application/vnd.row+json\n\n{}");
        client.parts().parts(&form().key(Base64::from_text("YmVlcw=="))) => parts!("/parts": "name=\"key\"\n\nYmVlcw==");
        client.parts().parts(&form().size(f64::NAN))
            => refused("parts failed: cannot encode the form: `NaN` is not a finite number");
    }
}

fn styles() -> Vec<Row> {
    rows! {
        Client, client;
        client.parts().parts(&form().deep(nest()))
            => parts!("/parts": "name=\"deep[a][]\"\n\nb", "name=\"deep[a][]\"\n\nc",
                "name=\"deep[row][a]\"\n\n1", "name=\"deep[row][b]\"\n\nx, y");
        client.parts().parts(&form().spread(nest()))
            => parts!("/parts": "name=\"a\"\n\n[\"b\",\"c\"]", "name=\"row\"\n\n{\"a\":1,\"b\":\"x, y\"}");
        client.parts().parts(&form().joined(row())) => parts!("/parts": "name=\"joined\"\n\na,1,b,x, y");
        client.parts().parts(&form().piped([1, 2, 3])) => parts!("/parts": "name=\"piped\"\n\n1|2|3");
    }
}

/// Arrays have a part for each element (OpenAPI 3.1.1 section 4.8.15.5).
fn arrays() -> Vec<Row> {
    use types::PartsBodyEither as Either;
    rows! {
        Client, client;
        client.parts().parts(&form().rows([row(), types::Row::default()]))
            => parts!("/parts": "name=\"rows\"\nContent-Type: application/json\n\n{\"a\":1,\"b\":\"x, y\"}",
                "name=\"rows\"\nContent-Type: application/json\n\n{}");
        client.parts().parts(&form().lists([vec![1, 2], vec![]]))
            => parts!("/parts": "name=\"lists\"\nContent-Type: application/json\n\n[1,2]",
                "name=\"lists\"\nContent-Type: application/json\n\n[]");
        client.parts().parts(&form().pair(("a".to_owned(), row())))
            => parts!("/parts": "name=\"pair\"\n\na", "name=\"pair\"\nContent-Type: application/json\n\n{\"a\":1,\"b\":\"x, y\"}");
        client.parts().parts(&form().either(Either::Row(row())))
            => parts!("/parts": "name=\"either\"\nContent-Type: application/json\n\n{\"a\":1,\"b\":\"x, y\"}");
        client.parts().parts(&form().either(Either::Rows(vec![row()])))
            => parts!("/parts": "name=\"either\"\nContent-Type: application/json\n\n{\"a\":1,\"b\":\"x, y\"}");
        client.parts().parts(&form().maybe([Some("a".to_owned()), None]))
            => parts!("/parts": "name=\"maybe\"\n\na", "name=\"maybe\"\nContent-Type: application/json\n\nnull");
    }
}

fn names() -> Vec<Row> {
    rows! {
        Client, client;
        client.parts().parts(&form().a_b("x")) => parts!("/parts": "name=\"a%22b\"\n\nx");
        client.parts().parts(&form().ü(["x", "y"])) => parts!("/parts": "name=\"ü[]\"\n\nx", "name=\"ü[]\"\n\ny");
    }
}

/// Parts that only `additionalProperties` declares.
fn unnamed() -> Vec<Row> {
    rows! {
        Client, client;
        client.parts().texts(&texts())
            => parts!("/texts": "name=\"name\"\n\na", "name=\"b%22c\"\n\nd", "name=\"é\"\n\n");
        client.parts().files(&files())
            => parts!("/files": "name=\"page\"; filename=\"1.txt\"\nContent-Type: application/octet-stream\n\nx",
                "name=\"page\"; filename=\"2.txt\"\nContent-Type: application/octet-stream\n\ny");
        client.parts().rows(&extra_rows())
            => parts!("/rows": "name=\"one\"\nContent-Type: application/json\n\n{\"a\":1,\"b\":\"x, y\"}");
        client.parts().open(&open(MultipartForm::new().text("b", "c").file("d", FilePart::bytes("e", "f"))))
            => parts!("/open": "name=\"name\"\n\na", "name=\"b\"\n\nc",
                "name=\"d\"; filename=\"e\"\nContent-Type: application/octet-stream\n\nf");
    }
}
