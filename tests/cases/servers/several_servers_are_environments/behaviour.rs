//! Named environments.

use super::{Client, Server};
use apiarist_runtime::testing::{FakeAnswer, FakeTransport};

#[tokio::test]
async fn first_server_is_the_default() {
    let transport = FakeTransport::new();
    let builders = [
        Client::builder(),
        Client::builder().server(Server::Production).region("us"),
        Client::builder().server(Server::StagingExampleComV1),
        Client::builder().server(Server::SandboxExampleComOld),
    ];
    for builder in builders {
        transport.push(FakeAnswer::new(204));
        let client = builder.transport(transport.clone()).build().expect("it is complete");
        client.server().list_barns().await.expect("there are none");
    }
    let urls: Vec<String> = transport.requests().into_iter().map(|request| request.url).collect();
    assert_eq!(
        urls,
        [
            "https://sandbox.example.com/barns",
            "https://us.example.com/barns",
            "https://staging.example.com/v1/barns",
            "https://sandbox.example.com/old/barns"
        ]
    );
}
