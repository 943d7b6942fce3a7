//! OAuth 2.0 flows with their token URLs.

use super::Client;
use apiarist_runtime::{
    ClientCredentials, Credential, RefreshToken,
    testing::{FakeAnswer, FakeTransport},
};

fn answering() -> FakeTransport {
    FakeTransport::new()
        .answer(FakeAnswer::json(200, r#"{"access_token":"t","expires_in":60}"#))
        .answer(FakeAnswer::new(204))
}

#[tokio::test]
async fn client_credentials_use_the_documented_token_url() {
    let transport = answering();
    let client = Client::builder()
        .machine(ClientCredentials::new("id", "secret").scope("hive:read"))
        .transport(transport.clone())
        .build()
        .unwrap();
    client.hives().list().await.unwrap();
    let requests = transport.requests();
    assert_eq!(requests[0].url, "https://api.example.com/token");
    assert_eq!(requests[0].text(), "grant_type=client_credentials&scope=hive%3Aread");
    assert_eq!(requests[1].header("authorization"), Some("Bearer t"));
}

#[tokio::test]
async fn refresh_token_is_used() {
    let transport = answering();
    let client =
        Client::builder().person(RefreshToken::new("id", "refresh")).transport(transport.clone()).build().unwrap();
    client.hives().list().await.unwrap();
    assert_eq!(transport.requests()[0].url, "https://login.example.com/refresh");
}

#[tokio::test]
async fn computed_http_scheme_is_not_sent_as_a_fixed_value() {
    let transport = FakeTransport::new().answer(FakeAnswer::new(204));
    let build = || Client::builder().transport(transport.clone());
    build().signature("result=\"s\"").build().unwrap().hives().open("1").await.unwrap_err();
    assert!(transport.requests().is_empty());
    build().signature(Credential::external()).build().unwrap().hives().open("1").await.unwrap();
    assert_eq!(transport.last_request().unwrap().header("authorization"), None);
}
