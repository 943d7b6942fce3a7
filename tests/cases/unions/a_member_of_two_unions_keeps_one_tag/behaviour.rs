//! One struct, alone and in two unions.

use super::types::{Event, Opening, Stream};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn tag_is_written_exactly_once() {
    let delta = json!({"type": "delta", "text": "a"});
    let stream: Stream = round_trip(json!({
        "first": delta, "all": [delta, {"type": "stop", "reason": "length"}], "last": delta
    }));
    let Opening::Delta(first) = &stream.first else { panic!("it opens with a delta") };
    let Event::Delta(second) = &stream.all[0] else { panic!("a delta comes first") };
    assert_eq!(Some(first), stream.last.as_ref());
    assert_eq!(first, second);
    let text = serde_json::to_string(&stream.all[0]).expect("it can be written");
    assert_eq!(text.matches("\"type\"").count(), 1);
}

#[test]
fn struct_with_only_a_tag_round_trips() {
    let opening: Opening = round_trip(json!({"type": "start"}));
    assert!(matches!(opening, Opening::Start(_)));
}
