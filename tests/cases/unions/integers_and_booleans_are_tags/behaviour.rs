//! Tags that are not strings. A mapping names them by their text.

use super::types::{Data, Frame, Hello, Outcome, State};
use apiarist_tests::wire::{encode, round_trip};
use serde_json::json;

#[test]
fn a_mapping_matches_integers() {
    assert!(matches!(round_trip(json!({"op": 0, "text": "a"})), Frame::Hello(_)));
    assert!(matches!(round_trip(json!({"text": "a", "op": -1})), Frame::Beat(_)));
    assert!(matches!(round_trip(json!({"op": 8})), Frame::Data(_)));
    assert!(matches!(round_trip(json!({"op": 9})), Frame::Unknown(_)));
    assert!(matches!(round_trip(json!({"op": "0"})), Frame::Unknown(_)));
    assert_eq!(encode(&Frame::Hello(Hello::new())), json!({"op": 0}));
    assert_eq!(encode(&Frame::Data(Data::new(7))), json!({"op": 7}));
}

#[test]
fn constants_decide_without_a_discriminator() {
    assert!(matches!(round_trip(json!({"ok": false, "text": "a"})), Outcome::Failed(_)));
    let Outcome::Done(done) = round_trip(json!({"ok": true, "state": {"code": 2, "text": "a"}})) else { panic!() };
    assert!(matches!(done.state, Some(State::Closed(_))));
}
