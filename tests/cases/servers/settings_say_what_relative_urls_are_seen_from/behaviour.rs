//! Relative server URLs are resolved against the URL in the settings.

use super::Client;
use apiarist_runtime::testing::{FakeAnswer, FakeTransport};

#[tokio::test]
async fn relative_urls_are_resolved() {
    let transport = FakeTransport::new().answer(FakeAnswer::new(204)).answer(FakeAnswer::new(204));
    let client = Client::builder().transport(transport.clone()).build().expect("it is complete");
    client.barns().list().await.expect("there are none");
    client.barns().open_door().await.expect("it opens");
    let urls: Vec<String> = transport.requests().into_iter().map(|request| request.url).collect();
    assert_eq!(urls, ["https://api.example.com/v1/barns", "https://api.example.com/doors/barns/door"]);
}
