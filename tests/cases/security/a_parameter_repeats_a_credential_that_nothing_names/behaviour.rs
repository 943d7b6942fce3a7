//! The client's credentials are sent, and no argument replaces them.

use super::Client;
use apiarist_runtime::testing::{FakeAnswer, FakeTransport};

#[tokio::test]
async fn client_credentials_are_sent_without_arguments() {
    let transport = FakeTransport::new().answer(FakeAnswer::new(204));
    let builder = Client::builder().token("Token secret").key("k").session("s");
    let client = builder.transport(transport.clone()).build().expect("it can be built");
    client.orders().list().page(2).await.expect("it is answered");
    let request = transport.last_request().expect("it was sent");
    assert_eq!(request.header("authorization"), Some("Token secret"));
    assert_eq!(request.header("cookie"), Some("session=s"));
    assert_eq!(request.path_and_query(), "/orders?page=2&api_key=k");
}
