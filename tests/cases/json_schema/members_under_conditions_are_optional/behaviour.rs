//! Properties that only some values have.

use super::types::{Address, Payment};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn conditional_properties_are_optional() {
    let address: Address = round_trip(json!({"country": "US", "code": "12345", "state": "NY"}));
    assert_eq!(address.state.as_deref(), Some("NY"));
    let address: Address = round_trip(json!({"country": "CA", "province": {"name": "Ontario"}}));
    assert_eq!(address.province.unwrap().name, "Ontario");
}

#[test]
fn property_described_twice_accepts_any_value() {
    let payment: Payment = round_trip(json!({"method": "card", "number": "4", "holder": "Ada", "change": false}));
    assert_eq!(payment.number.as_deref(), Some("4"));
    assert_eq!(payment.change, Some(json!(false)));
}
