//! Formats preserve the received text.

use super::types::Event;
use apiarist_tests::wire::{decode, round_trip};
use serde_json::{Value, json};

fn event() -> Value {
    json!({
        "id": "123e4567-e89b-12d3-a456-426614174000",
        "at": "2024-05-01T10:00:00.120+02:00",
        "day": "2024-05-01",
        "payload": "aGk=",
        "link": "https://example.com",
        "code": "ABC",
        "small": -1,
        "size": 18_446_744_073_709_551_615_u64,
        "count": -9_007_199_254_740_993_i64,
        "ratio": 0.5,
        "price": 0.1,
        "seats": 1_714_557_600,
        "history": ["2024-05-01T10:00:00Z"]
    })
}

#[test]
fn values_round_trip() {
    let event: Event = round_trip(event());
    assert_eq!(event.size, u64::MAX);
    assert_eq!(event.small, -1_i32);
    assert_eq!(event.count, -9_007_199_254_740_993_i64);
    assert_eq!(event.day.as_str(), "2024-05-01");
    assert_eq!(event.payload.bytes().expect("it is base64"), b"hi");
    assert_eq!(event.history.expect("it has a history").len(), 1);
}

#[test]
fn invalid_date_is_kept() {
    let mut odd = event();
    odd["at"] = "yesterday".into();
    odd["id"] = "none".into();
    odd["payload"] = "***".into();
    let event: Event = round_trip(odd);
    assert_eq!(event.at.as_str(), "yesterday");
    assert!(event.payload.bytes().is_err());
}

#[test]
fn integers_are_accepted_as_numbers() {
    let mut whole = event();
    whole["price"] = 3.into();
    let event: Event = decode(whole);
    assert!((event.price - 3.0).abs() < f64::EPSILON);
}
