//! `multipart/form-data` (RFC 7578).

use super::Client;
use super::types::{NewUpload, NewUploadOptions, NewUploadPurpose};
use apiarist_runtime::FilePart;
use apiarist_runtime::testing::FakeAnswer;
use apiarist_tests::wire::faked;

#[tokio::test]
async fn each_property_is_a_part() {
    let (client, transport) = faked(FakeAnswer::new(204), |transport| Client::builder().transport(transport).build());
    let file = FilePart::bytes("notes.txt", "line one\r\nline two").content_type("text/plain");
    let body = NewUpload::new(file, NewUploadPurpose::Batch)
        .title("A \"title\"")
        .public(true)
        .expires(60)
        .thumbnails([FilePart::bytes("1.png", [1, 2]), FilePart::bytes("2.png", [3])])
        .labels(["x", "y"])
        .options(NewUploadOptions::default().scan(false));
    client.uploads().create(&body).await.expect("it is kept");
    let request = transport.last_request().expect("a request was sent");
    let content_type = request.header("content-type").expect("it has a type");
    let boundary = content_type.strip_prefix("multipart/form-data; boundary=").expect("it is a form").trim_matches('"');
    let text = request.text();
    let parts: Vec<&str> = text.split(&format!("--{boundary}")).collect();
    assert_eq!(parts.first(), Some(&""));
    assert_eq!(parts.last().map(|end| end.trim()), Some("--"));
    let parts: Vec<(String, &str)> = parts[1..parts.len() - 1]
        .iter()
        .map(|part| part.trim_start().split_once("\r\n\r\n").expect("a part has headers and a body"))
        .map(|(headers, body)| (headers.to_ascii_lowercase(), body.strip_suffix("\r\n").expect("a part ends with a line")))
        .collect();
    let bodies = |name: &str| -> Vec<&str> {
        let name = format!("; name=\"{name}\"");
        parts.iter().filter(|(headers, _)| headers.contains(&name)).map(|(_, body)| *body).collect()
    };
    assert_eq!(bodies("file"), ["line one\r\nline two"]);
    assert_eq!(bodies("purpose"), ["batch"]);
    assert_eq!(bodies("title"), ["A \"title\""]);
    assert_eq!(bodies("public"), ["true"]);
    assert_eq!(bodies("expires"), ["60"]);
    assert_eq!(bodies("thumbnails"), ["\u{1}\u{2}", "\u{3}"]);
    assert_eq!(bodies("labels"), ["x", "y"]);
    assert_eq!(bodies("options"), [r#"{"scan":false}"#]);
    assert!(bodies("cover").is_empty());
    assert!(parts[0].0.contains("filename=\"notes.txt\""));
    assert!(parts[0].0.contains("content-type: text/plain"));
}
