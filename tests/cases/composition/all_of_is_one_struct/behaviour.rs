//! `allOf` merged into one struct.

use super::types::Employee;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn properties_of_all_parts_are_decoded() {
    let employee: Employee = round_trip(json!({
        "name": "Ada", "email": "ada@example.com", "created_at": "2024-05-01T10:00:00Z", "number": 7
    }));
    assert_eq!(employee.name, "Ada");
    assert_eq!(employee.number, 7);
    serde_json::from_value::<Employee>(json!({"number": 7})).expect_err("a person has a name");
    serde_json::from_value::<Employee>(json!({"name": "Ada"})).expect_err("an employee has a number");
}
