//! Server variables, including those of operations with their own server.

use super::{Client, ClientBuilder};
use apiarist_runtime::testing::{FakeAnswer, FakeTransport};

async fn urls(build: impl FnOnce(ClientBuilder) -> ClientBuilder) -> [String; 2] {
    let transport = FakeTransport::new().answer(FakeAnswer::new(204)).answer(FakeAnswer::new(204));
    let client = build(Client::builder().port("key")).transport(transport.clone()).build().expect("it is complete");
    client.barns().list().await.expect("there are none");
    client.barns().open_door().await.expect("it opens");
    let requests = transport.requests();
    [requests[0].url.clone(), requests[1].url.clone()]
}

#[tokio::test]
async fn variables_use_their_defaults_unless_set() {
    let plain = urls(|builder| builder).await;
    assert_eq!(plain, ["https://eu.example.com:443/v1/barns", "https://doors.eu.example.com/barns/door"]);
    let chosen = urls(|builder| builder.region("us").server_port("8443").base_path("v2")).await;
    assert_eq!(chosen, ["https://us.example.com:8443/v2/barns", "https://doors.us.example.com/barns/door"]);
}
