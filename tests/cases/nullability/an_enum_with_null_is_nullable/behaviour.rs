//! Enums that contain null.

use super::types::{Seat, SeatClass};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn null_is_none() {
    let seat: Seat = round_trip(json!({"class": null, "side": null, "meal": null}));
    assert_eq!(seat.class, None);
    let seat: Seat = round_trip(json!({"class": "first"}));
    assert_eq!(seat.class, Some(SeatClass::First));
    assert!(seat.side.is_absent());
}
