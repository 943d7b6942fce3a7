//! Each field that may be null has a setter for null, whatever the other fields are called.

use super::types::Changes;
use apiarist_tests::wire::encode;
use serde_json::json;

#[test]
fn null_is_sent_as_null() {
    assert_eq!(encode(&Changes::new().phase_null().type_null()), json!({"phase": null, "type": null}));
    assert_eq!(encode(&Changes::new().phase("done").phase_null()), json!({"phase": null}));
}

#[test]
fn a_field_of_that_name_has_another_setter() {
    assert_eq!(encode(&Changes::new().due_null().set_due_null(true)), json!({"due": null, "due_null": true}));
}
