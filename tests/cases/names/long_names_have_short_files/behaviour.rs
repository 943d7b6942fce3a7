//! Components and tags whose names are longer than the name of a file may be, or that Windows keeps for devices.

use super::types::{AnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameOne, AnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameTwo, Lib, Lpt9};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn long_names_stay_whole_in_types_and_short_in_files() {
    let one: AnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameOne = round_trip(json!({"id": "a"}));
    assert_eq!(one.id.as_deref(), Some("a"));
    let device: Lpt9 = round_trip(json!({"id": "a", "other": {"id": 1}}));
    assert_eq!(device.other.and_then(|two: AnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameAnotherRatherLongNameTwo| two.id), Some(1));
    let _: Lib = round_trip(json!({"id": true}));
}
