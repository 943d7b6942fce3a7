//! `oneOf` of integers.

use super::types::{Channel, ChannelLevel, Timeout};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn each_integer_is_a_variant_and_others_are_kept() {
    let channel: Channel = round_trip(json!({"timeout": 3600, "level": 2}));
    assert_eq!((channel.timeout, channel.level), (Timeout::OneHour, Some(ChannelLevel::Value2)));
    let channel: Channel = round_trip(json!({"timeout": 61, "level": 7}));
    assert_eq!((channel.timeout, channel.level), (Timeout::Unknown(61), Some(ChannelLevel::Unknown(7))));
}
