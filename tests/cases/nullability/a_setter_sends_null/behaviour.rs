//! Each nullable field has a setter for null, even if another field has the same name.

use super::types::Changes;
use apiarist_tests::wire::encode;
use serde_json::json;

#[test]
fn null_setter_sends_null() {
    assert_eq!(encode(&Changes::new().phase_null().type_null()), json!({"phase": null, "type": null}));
    assert_eq!(encode(&Changes::new().phase("done").phase_null()), json!({"phase": null}));
}

#[test]
fn field_named_like_the_null_setter_has_another_setter() {
    assert_eq!(encode(&Changes::new().due_null().set_due_null(true)), json!({"due": null, "due_null": true}));
}
