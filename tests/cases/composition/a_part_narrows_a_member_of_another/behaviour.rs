//! An `allOf` part that narrows a property of another part.

use super::types::Signup;
use apiarist_tests::wire::{encode, round_trip};
use serde_json::json;

#[test]
fn narrower_type_is_used() {
    let event: Signup =
        round_trip(json!({"type": "signup", "id": "e", "source": "web", "detail": {"plan": "free"}}));
    assert_eq!(encode(&event)["type"], "signup");
    assert_eq!(event.detail.expect("it has details").plan.as_deref(), Some("free"));
}
