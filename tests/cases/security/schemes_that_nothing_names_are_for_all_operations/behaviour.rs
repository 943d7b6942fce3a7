//! All configured credentials are sent, and none is required.

use super::{Client, ClientBuilder};
use apiarist_runtime::testing::{FakeAnswer, FakeTransport};

async fn sent(builder: ClientBuilder) -> [Option<String>; 2] {
    let transport = FakeTransport::new().answer(FakeAnswer::new(204));
    let client = builder.transport(transport.clone()).build().expect("it can be built");
    client.orders().list().await.expect("it is answered");
    let request = transport.last_request().expect("it was sent");
    ["x-key", "authorization"].map(|name| request.header(name).map(str::to_owned))
}

#[tokio::test]
async fn configured_credentials_are_sent() {
    let basic = Some("Basic bWFqYTpwYXNz".to_owned());
    assert_eq!(sent(Client::builder().key("k").user("maja", "pass")).await, [Some("k".to_owned()), basic.clone()]);
    assert_eq!(sent(Client::builder().key("k")).await, [Some("k".to_owned()), None]);
    assert_eq!(sent(Client::builder().user("maja", "pass")).await, [None, basic]);
    assert_eq!(sent(Client::builder()).await, [None, None]);
}
