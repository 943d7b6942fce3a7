//! Bodies other than JSON.

use super::Client;
use apiarist_runtime::testing::FakeAnswer;
use apiarist_tests::wire::faked;

#[tokio::test]
async fn text_and_bytes_are_sent_unchanged() {
    let (client, transport) = faked(FakeAnswer::new(204), |transport| Client::builder().transport(transport).build());
    transport.push(FakeAnswer::new(204));
    transport.push(FakeAnswer::new(204));
    client.blobs().replace("b", vec![0, 255, 10]).await.expect("it is kept");
    client.notes().replace("n", "Gr\u{fc}\u{df}e").await.expect("it is kept");
    client.drawings().create().body("<svg/>").await.expect("it is kept");
    let requests = transport.requests();
    assert_eq!(requests[0].body[..], [0, 255, 10]);
    assert_eq!(requests[0].header("content-type"), Some("application/octet-stream"));
    assert_eq!(requests[1].text(), "Gr\u{fc}\u{df}e");
    assert!(requests[1].header("content-type").is_some_and(|value| value.starts_with("text/plain")));
    assert_eq!(requests[2].text(), "<svg/>");
    assert_eq!(requests[2].header("content-type"), Some("image/svg+xml"));
}
