//! Components and tags whose names are too long for a file name, or reserved by Windows.

use super::types::{
    AnotherRatherLongNameAnotherX3d69c7AnotherRatherLongNameOne,
    AnotherRatherLongNameAnotherXa93671AnotherRatherLongNameTwo,
    Lib, Lpt9,
};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn long_names_are_shortened_for_files_and_rustdoc() {
    let one: AnotherRatherLongNameAnotherX3d69c7AnotherRatherLongNameOne = round_trip(json!({"id": "a"}));
    assert_eq!(one.id.as_deref(), Some("a"));
    let device: Lpt9 = round_trip(json!({"id": "a", "other": {"id": 1}}));
    assert_eq!(device.other.and_then(|two: AnotherRatherLongNameAnotherXa93671AnotherRatherLongNameTwo| two.id), Some(1));
    let _: Lib = round_trip(json!({"id": true}));
}
