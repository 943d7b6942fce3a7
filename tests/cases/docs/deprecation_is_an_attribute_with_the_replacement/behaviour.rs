//! Compiler warnings. An expectation that no warning fulfills fails the checks of this repository.

use super::Client;
use super::types::{Phone, PhoneKind};
use apiarist_runtime::testing::FakeAnswer;
use apiarist_tests::wire::faked;

#[tokio::test]
async fn deprecated_methods_setters_and_fields_warn() {
    let answer = FakeAnswer::json(200, r#"{"dial":"5","kind":"pulse"}"#);
    let (client, _) = faked(answer, |transport| Client::builder().transport(transport).build());
    #[expect(deprecated, reason = "the document deprecates the operation")]
    let call = client.phones().get("5");
    #[expect(deprecated, reason = "the document deprecates the parameter")]
    let call = call.zone("6");
    let phone: Phone = call.await.expect("it is answered");
    #[expect(deprecated, reason = "the document deprecates the property and the value")]
    let is_as_sent = phone.dial == "5" && phone.kind == Some(PhoneKind::Pulse);
    assert!(is_as_sent);
}

#[test]
fn other_items_do_not_warn() {
    assert_ne!(PhoneKind::Touch, PhoneKind::Unknown("tone".to_owned()));
}
