//! Tags that are not strings. A mapping refers to them by their text.

use super::types::{Data, Frame, Hello, High, HighLevel, Level, Outcome, State};
use apiarist_tests::wire::{encode, round_trip};
use serde_json::json;

#[test]
fn mapping_matches_integers() {
    assert!(matches!(round_trip(json!({"op": 0, "text": "a"})), Frame::Hello(_)));
    assert!(matches!(round_trip(json!({"text": "a", "op": -1})), Frame::Beat(_)));
    assert!(matches!(round_trip(json!({"op": 8})), Frame::Data(_)));
    assert!(matches!(round_trip(json!({"op": 9})), Frame::Unknown(_)));
    assert!(matches!(round_trip(json!({"op": "0"})), Frame::Unknown(_)));
    assert_eq!(encode(&Frame::Hello(Hello::new())), json!({"op": 0}));
    assert_eq!(encode(&Frame::Data(Data::new(7))), json!({"op": 7}));
}

#[test]
fn union_writes_an_absent_or_conflicting_integer_tag() {
    assert_eq!(encode(&Level::High(High::new().text("a"))), json!({"level": 2, "text": "a"}));
    assert_eq!(encode(&Level::High(High::new().level(HighLevel::from(1)))), json!({"level": 2}));
    assert!(matches!(round_trip(json!({"level": 1, "text": "a"})), Level::Low(_)));
}

#[test]
fn constants_select_the_variant_without_a_discriminator() {
    assert!(matches!(round_trip(json!({"ok": false, "text": "a"})), Outcome::Failed(_)));
    let Outcome::Done(done) = round_trip(json!({"ok": true, "state": {"code": 2, "text": "a"}})) else { panic!() };
    assert!(matches!(done.state, Some(State::Closed(_))));
}
