//! Forms with hostile values, read by an independent parser.

use std::convert::Infallible;
use std::future::ready;

use futures_util::stream;

use apiarist_runtime::FilePart;
use apiarist_runtime::testing::{FakeAnswer, FakeClock, FakeTransport};

use crate::api::Client;
use crate::api::types::UploadFileBody;

/// Sends a form whose name, file name and content are pieces of the bytes, and compares what arrives.
pub fn multipart(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let (name, content) = text.split_once('|').unwrap_or((&text, ""));
    let transport = FakeTransport::new().answer(FakeAnswer::new(204));
    let client = Client::builder().transport(transport.clone()).clock(FakeClock::new()).build();
    let client = client.expect("the client needs no credentials");
    pollster::block_on(async {
        let body = UploadFileBody::new(name, FilePart::bytes("file", content.as_bytes().to_vec()));
        client.files().upload(&body).await.expect("the form is sent");
        let request = transport.last_request().expect("a request");
        let kind = request.header("content-type").expect("a media type");
        let boundary = multer::parse_boundary(kind).expect("a boundary");
        let sent = request.body.clone();
        let body = stream::once(ready(Ok::<_, Infallible>(sent)));
        let mut form = multer::Multipart::new(body, boundary);
        let mut fields = Vec::new();
        while let Some(field) = form.next_field().await.expect("a valid form") {
            let name = field.name().unwrap_or_default().to_owned();
            fields.push((name, field.bytes().await.expect("a complete field")));
        }
        let expected =
            [("name".to_owned(), name.as_bytes().to_vec()), ("file".to_owned(), content.as_bytes().to_vec())];
        assert_eq!(fields.into_iter().map(|(name, bytes)| (name, bytes.to_vec())).collect::<Vec<_>>(), expected);
    });
}
