//! Arrays with a schema for each position.

use super::types::{Track, TrackCommandItem, TrackMarkItem2};
use apiarist_tests::wire::{encode, round_trip};
use serde_json::json;

#[test]
fn fixed_length_array_is_a_tuple() {
    let track: Track = round_trip(json!({
        "points": [[1.5, 2.5], [3.5, 4.5]],
        "start": [1.5, 2.5],
        "mark": ["here", {"color": "red"}],
        "range": [0.5, null],
        "parent": ["old", {"points": [], "start": [0.5, 0.5]}],
    }));
    assert_eq!(track.points[1], (3.5, 4.5));
    assert_eq!(track.start, (1.5, 2.5));
    assert_eq!(track.mark.unwrap().1, TrackMarkItem2::new("red"));
    assert_eq!(track.range, Some((0.5, None)));
}

#[test]
fn open_array_accepts_elements_of_all_its_types() {
    let track: Track =
        round_trip(json!({"points": [], "start": [0.5, 0.5], "version": [1, 2, 3], "command": ["go", 1, 2]}));
    assert_eq!(track.version, Some(vec![1, 2, 3]));
    assert_eq!(track.command.as_ref().unwrap()[1], TrackCommandItem::Integer(1));
    assert_eq!(encode(&Track::new([(0.5, 1.5)], (0.5, 1.5)))["points"], json!([[0.5, 1.5]]));
}
