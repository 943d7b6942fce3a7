//! Variant names from extensions.

use super::types::{Device, DevicePower, DeviceState};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn extension_names_map_to_their_values() {
    let device: Device = round_trip(json!({"state": 1, "power": "dc"}));
    assert_eq!(device.state, DeviceState::Standby);
    assert_eq!(device.power, DevicePower::DirectCurrent);
}
