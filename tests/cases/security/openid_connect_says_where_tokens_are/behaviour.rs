//! Token endpoints discovered with OpenID Connect.

use super::Client;
use apiarist_runtime::{
    ClientCredentials,
    testing::{FakeAnswer, FakeTransport},
};

#[tokio::test]
async fn discovery_document_is_read_before_the_first_token() {
    let metadata = r#"{"issuer":"https://login.example.com","token_endpoint":"https://login.example.com/token"}"#;
    let transport = FakeTransport::new()
        .answer(FakeAnswer::json(200, metadata))
        .answer(FakeAnswer::json(200, r#"{"access_token":"t","expires_in":60}"#))
        .answer(FakeAnswer::new(204))
        .answer(FakeAnswer::new(204));
    let credentials = ClientCredentials::new("id", "secret").scope("hive:read");
    let client = Client::builder().login(credentials).transport(transport.clone()).build().unwrap();
    client.hives().list().await.unwrap();
    client.hives().list().await.unwrap();
    let urls: Vec<String> = transport.requests().into_iter().map(|request| request.url).collect();
    assert_eq!(
        urls,
        [
            "https://login.example.com/.well-known/openid-configuration",
            "https://login.example.com/token",
            "https://api.example.com/v1/hives",
            "https://api.example.com/v1/hives",
        ]
    );
    assert_eq!(transport.last_request().unwrap().header("authorization"), Some("Bearer t"));
}

#[tokio::test]
async fn scheme_without_a_discovery_url_accepts_a_token() {
    let transport = FakeTransport::new().answer(FakeAnswer::new(204));
    let build = || Client::builder().transport(transport.clone());
    build().silent("token").build().unwrap().hives().open("1").await.unwrap();
    assert_eq!(transport.last_request().unwrap().header("authorization"), Some("Bearer token"));
    let client = build().silent(ClientCredentials::new("id", "secret")).build().unwrap();
    let error = client.hives().open("1").await.unwrap_err();
    assert!(error.to_string().ends_with("does not declare a token URL: call `.token_url(…)`"), "{error}");
}
