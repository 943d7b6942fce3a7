//! Aliases of other types.

use super::types::{Person, User, UserId, Users};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn aliases_equal_their_targets() {
    let users: Users = round_trip(json!([
        {"id": "u1", "stored": null, "manager": {"id": "u2", "stored": [1]}}
    ]));
    let id: UserId = users[0].id.clone();
    assert_eq!(id, "u1");
    assert!(users[0].stored.is_null());
    let manager: &Person = users[0].manager.as_deref().expect("there is a manager");
    let same: &User = manager;
    assert_eq!(same.id, "u2");
}
