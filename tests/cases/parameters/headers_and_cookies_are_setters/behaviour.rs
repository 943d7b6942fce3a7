//! Headers and cookies, and the characters that are not allowed in them.

use super::Client;
use super::types::GetCurrentSessionTheme;
use apiarist_runtime::testing::{FakeAnswer, FakeTransport};
use apiarist_tests::wire::faked;

fn client() -> (Client, FakeTransport) {
    faked(FakeAnswer::new(204), |transport| Client::builder().transport(transport).build())
}

#[tokio::test]
async fn headers_and_cookies_are_sent() {
    let (client, transport) = client();
    let call = client.sessions().get_current().x_request_source("tests").if_none_match("\"abc\"").x_dry_run(true);
    call.session_id("s1").theme(GetCurrentSessionTheme::Dark).await.expect("it is answered");
    let request = transport.last_request().expect("a request was sent");
    assert_eq!(request.header("x-request-source"), Some("tests"));
    assert_eq!(request.header("if-none-match"), Some("\"abc\""));
    assert_eq!(request.header("x-dry-run"), Some("true"));
    assert_eq!(request.header("cookie"), Some("session_id=s1; theme=dark"));
    assert_eq!(request.path_and_query(), "/sessions/current");
}

#[tokio::test]
async fn header_injection_is_rejected() {
    let (client, transport) = client();
    let call = client.sessions().get_current().x_request_source("a\r\nx-evil: 1");
    call.await.expect_err("such a header cannot be sent");
    assert!(transport.requests().is_empty());
}
