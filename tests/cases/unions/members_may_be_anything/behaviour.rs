//! Variants of every kind.

use super::types::{
    Cell, CellMapOrNote, CellNested, CellNothing, CellNumberOrKnown, CellOneOrMany, CellWholeOrText, Color, Figure,
};
use apiarist_runtime::Maybe;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn single_value_and_array_are_distinguished() {
    let cell: Cell = round_trip(json!({"one_or_many": {"text": "a"}}));
    assert!(matches!(cell.one_or_many, Some(CellOneOrMany::Note(note)) if note.text == "a"));
    let cell: Cell = round_trip(json!({"one_or_many": [{"text": "a"}, {"text": "b"}], "lists": [[1], [], [2, 3]]}));
    assert!(matches!(cell.one_or_many, Some(CellOneOrMany::Notes(notes)) if notes.len() == 2));
}

#[test]
fn scalars_maps_and_enums_are_distinguished() {
    let cell: Cell = round_trip(json!({"whole_or_text": 1, "text_or_known": "green", "number_or_known": 1.5}));
    assert_eq!(cell.whole_or_text, Some(CellWholeOrText::Integer(1)));
    assert_eq!(cell.text_or_known, Some(Color::Unknown("green".to_owned())));
    assert_eq!(cell.number_or_known, Some(CellNumberOrKnown::Number(1.5)));
    let cell: Cell = round_trip(json!({"whole_or_text": "1", "number_or_known": "blue", "map_or_note": {"a": 1}}));
    assert_eq!(cell.number_or_known, Some(CellNumberOrKnown::Color(Color::Blue)));
    assert!(matches!(cell.map_or_note, Some(CellMapOrNote::Object(map)) if map["a"] == 1));
    let cell: Cell = round_trip(json!({"map_or_note": {"text": "a"}, "nothing": null, "nested": true}));
    assert!(matches!(cell.map_or_note, Some(CellMapOrNote::Note(_))));
    assert_eq!((cell.nothing, cell.nested), (Maybe::Null, Some(CellNested::Boolean(true))));
}

#[test]
fn union_of_one_type_is_that_type() {
    let cell: Cell = round_trip(json!({"alone": {"text": "a"}, "twice": {"text": "b"}, "nothing": false}));
    assert_eq!(cell.alone.map(|note| note.text), Some("a".to_owned()));
    assert_eq!(cell.twice.map(|note| note.text), Some("b".to_owned()));
    assert_eq!(cell.nothing, Maybe::Value(CellNothing::Boolean(false)));
}

#[test]
fn variant_can_have_several_or_no_values_of_a_property() {
    let cell: Cell = round_trip(json!({"figure": {"shape": "cube", "side": 2.0}}));
    assert!(!matches!(cell.figure, None | Some(Figure::Unknown(_))));
    let cell: Cell = round_trip(json!({"figure": {"text": "round", "radius": 1.5}, "nested": {"shape": "polygon", "edges": 5}}));
    assert!(!matches!(cell.figure, None | Some(Figure::Unknown(_))));
    assert!(matches!(cell.nested, Some(CellNested::Figure(_))));
}
