//! One schema for requests and responses.

use super::types::Account;
use apiarist_tests::wire::{encode, round_trip};
use serde_json::json;

#[test]
fn request_omits_read_only_properties() {
    let account = Account::new("ada", "secret");
    assert_eq!(encode(&account), json!({"login": "ada", "password": "secret"}));
}

#[test]
fn response_does_not_require_write_only_properties() {
    let account: Account =
        round_trip(json!({"id": "a1", "login": "ada", "created_at": "2024-05-01T10:00:00Z", "locked": false}));
    assert_eq!(account.id.as_deref(), Some("a1"));
    assert_eq!(account.password, None);
}
