//! Types implement `Hash`, `Ord` and `Copy` if the types they contain do.

use super::types::{Entry, Path, Phase, Priority, Score, Turn, Usage};
use serde_json::json;
use std::collections::{BTreeSet, HashSet};

fn turn(id: &str) -> Turn {
    let reply = json!({"id": "r", "usage": {"tokens": 2}});
    let value = json!({"id": id, "usage": {"tokens": 1}, "details": {"a": 0.5}, "replies": [reply]});
    serde_json::from_value(value).expect("it is a turn")
}

#[test]
fn types_without_floats_are_hashable() {
    let turns: HashSet<Turn> = [turn("a"), turn("b"), turn("a")].into();
    assert_eq!(turns.len(), 2);
    let entries: HashSet<Entry> = [Entry::Turn(turn("a")), Entry::String("a".to_owned())].into();
    assert!(entries.contains(&Entry::Turn(turn("a"))));
}

#[test]
fn types_of_numbers_are_copy() {
    let usage: Usage = serde_json::from_value(json!({"tokens": 3})).expect("it is a usage");
    let score: Score = serde_json::from_value(json!({"value": 0.5, "usage": {"tokens": 3}})).expect("it is a score");
    let copies = [score, score];
    assert_eq!(copies.map(|score| score.usage), [Some(usage), Some(usage)]);
}

#[test]
fn enums_and_newtypes_are_ordered_as_in_the_document() {
    let unknown = Phase::from("lost");
    let phases: BTreeSet<Phase> = [unknown.clone(), Phase::Closed, Phase::Open].into();
    assert_eq!(phases.into_iter().collect::<Vec<_>>(), [Phase::Open, Phase::Closed, unknown]);
    let priority = Priority::from(2);
    assert_eq!([priority, Priority::from(3), Priority::from(1)].iter().min(), Some(&Priority::from(1)));
    assert!(Path(vec![]) < Path(vec![None]));
}
