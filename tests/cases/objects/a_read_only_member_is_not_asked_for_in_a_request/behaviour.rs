//! One type in both directions.

use super::types::Account;
use apiarist_tests::wire::{encode, round_trip};
use serde_json::json;

#[test]
fn a_request_needs_what_is_not_read_only() {
    let account = Account::new("ada", "secret");
    assert_eq!(encode(&account), json!({"login": "ada", "password": "secret"}));
}

#[test]
fn a_response_needs_no_password() {
    let account: Account =
        round_trip(json!({"id": "a1", "login": "ada", "created_at": "2024-05-01T10:00:00Z", "locked": false}));
    assert_eq!(account.id.as_deref(), Some("a1"));
    assert_eq!(account.password, None);
}
