//! The document's own names.

use super::types::{Device, DevicePower, DeviceState};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn the_names_stand_for_the_values() {
    let device: Device = round_trip(json!({"state": 1, "power": "dc"}));
    assert_eq!(device.state, DeviceState::Standby);
    assert_eq!(device.power, DevicePower::DirectCurrent);
}
