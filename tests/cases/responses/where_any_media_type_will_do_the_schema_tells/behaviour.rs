//! Bodies of `*/*`: files, text and JSON.

use super::Client;
use apiarist_runtime::testing::FakeAnswer;
use apiarist_tests::wire::faked;

#[tokio::test]
async fn files_and_text_are_unchanged_and_others_are_json() {
    let (client, transport) =
        faked(FakeAnswer::new(200).chunk(vec![0, 255]), |transport| Client::builder().transport(transport).build());
    transport.push(FakeAnswer::new(204));
    transport.push(FakeAnswer::new(200).chunk("hello"));
    transport.push(FakeAnswer::new(200).chunk("7"));
    assert_eq!(client.files().get().await.expect("a file")[..], [0, 255]);
    client.files().replace(vec![0, 255]).await.expect("it is kept");
    assert_eq!(client.files().get_greeting().await.expect("text"), "hello");
    assert_eq!(client.files().get_size().await.expect("a number"), 7);
    let requests = transport.requests();
    assert_eq!(requests[1].body[..], [0, 255]);
    assert_eq!(requests[1].header("content-type"), Some("application/octet-stream"));
}
