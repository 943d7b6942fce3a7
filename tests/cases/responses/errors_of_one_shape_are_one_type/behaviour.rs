//! One error type for all statuses.

use super::Client;
use apiarist_runtime::testing::FakeAnswer;
use apiarist_tests::wire::faked;

#[tokio::test]
async fn every_status_has_the_same_error_type() {
    for status in [401, 404, 418] {
        let answer = FakeAnswer::json(status, r#"{"code":"nope"}"#);
        let (client, _) = faked(answer, |transport| Client::builder().transport(transport).build());
        let error = client.vaults().get("v1").await.expect_err("it fails");
        assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
        assert_eq!(error.api().map(|failure| failure.code.as_str()), Some("nope"));
    }
}

#[tokio::test]
async fn undecodable_error_body_is_kept_as_bytes() {
    let answer = FakeAnswer::new(404).header("content-type", "text/html").chunk("<h1>Not found</h1>");
    let (client, _) = faked(answer, |transport| Client::builder().transport(transport).build());
    let error = client.vaults().get("v1").await.expect_err("it fails");
    assert!(error.api().is_none());
    assert_eq!(error.body().map(|body| &body[..]), Some(&b"<h1>Not found</h1>"[..]));
}

#[tokio::test]
async fn undecodable_success_is_an_error_that_keeps_the_body() {
    let answer = FakeAnswer::json(200, r#"{"ident":"v1"}"#);
    let (client, _) = faked(answer, |transport| Client::builder().transport(transport).build());
    let error = client.vaults().get("v1").await.expect_err("a vault has an id");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(200));
    assert_eq!(error.body().map(|body| &body[..]), Some(&br#"{"ident":"v1"}"#[..]));
    assert!(error.to_string().contains("id"), "{error}");
}
