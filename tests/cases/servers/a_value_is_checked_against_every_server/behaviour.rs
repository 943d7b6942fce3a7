//! A value of a server variable is checked against the servers of operations too, before anything is sent.

use super::{Client, ClientBuilder};
use apiarist_runtime::testing::{FakeAnswer, FakeTransport};

fn rejection(build: impl FnOnce(ClientBuilder) -> ClientBuilder) -> String {
    let transport = FakeTransport::new();
    let built = build(Client::builder().key("sekrit-key")).transport(transport.clone()).build();
    assert!(transport.requests().is_empty());
    built.expect_err("the value is rejected").to_string()
}

#[tokio::test]
async fn valid_value_is_used_by_every_server() {
    let transport = FakeTransport::new();
    (0..3).for_each(|_| transport.push(FakeAnswer::new(204)));
    let builder = Client::builder().key("sekrit-key").place("south").port("8443").stage("test");
    let client = builder.transport(transport.clone()).build().expect("it is complete");
    client.stalls().list().await.expect("there are none");
    client.stalls().list_photos().await.expect("there are none");
    client.films().list().await.expect("there are none");
    let urls: Vec<String> = transport.requests().into_iter().map(|request| request.url).collect();
    assert_eq!(
        urls,
        [
            "https://api.example.com:8443/south/test/stalls?api_key=sekrit-key",
            "https://south.example.com/photos/stalls/photos?api_key=sekrit-key",
            "https://films.example.com/south/stalls/films?api_key=sekrit-key",
        ]
    );
}

#[test]
fn value_that_changes_the_host_of_one_server_is_rejected() {
    for value in ["evil.test/", "evil.test#", "evil.test?", "evil.test\\", "a:b@evil.test", "evil.test:80", "a/b"] {
        let error = rejection(|builder| builder.place(value));
        assert!(error.starts_with("invalid value for the server variable `place` in `https://"), "{error}");
        assert!(!error.contains(value), "{error}");
    }
    for value in ["..", ".", "a/../..", "%2e%2e", ".%2E", "a\\.."] {
        assert!(rejection(|builder| builder.place(value)).contains("`place`"), "{value}");
    }
}

#[test]
fn unlisted_value_is_rejected() {
    let error = rejection(|builder| builder.stage("next"));
    assert!(error.starts_with("the server variable `stage` must be one of `live`, `test`;"), "{error}");
    let error = rejection(|builder| builder.port("80@evil.test"));
    assert!(error.starts_with("the server variable `port` must be one of `443`, `8443`;"), "{error}");
}
