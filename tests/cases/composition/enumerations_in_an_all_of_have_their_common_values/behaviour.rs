//! Enums, types and formats that apply together.

use super::types::{Light, LightBeside, LightBoth, LightLevel, LightMixed, LightNullable};
use apiarist_runtime::{DateTime, Maybe, Uuid};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn common_values_are_kept() {
    let light: Light = round_trip(json!({
        "both": "red", "beside": "green", "nullable": "b", "level": 3, "mixed": "on",
        "until": "2026-01-02T03:04:05Z", "id": "f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "small": 7, "whole": 7
    }));
    assert_eq!((light.both, light.beside), (Some(LightBoth::Red), Some(LightBeside::Green)));
    assert_eq!((light.nullable, light.level), (Maybe::Value(LightNullable::B), Some(LightLevel::Value3)));
    assert_eq!(light.mixed, Some(LightMixed::On));
    let (_, _): (Option<DateTime>, Option<Uuid>) = (light.until, light.id);
    let (_, _): (Option<i32>, Option<i64>) = (light.small, light.whole);
}
