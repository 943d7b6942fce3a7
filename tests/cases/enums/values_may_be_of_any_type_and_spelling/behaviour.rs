//! Enum values of every type and spelling.

use super::types::{Switch, SwitchLevel, SwitchWord};
use apiarist_tests::wire::round_trip;
use serde_json::{Value, json};

#[test]
fn every_string_has_its_own_variant_and_round_trips() {
    let words = ["", "größe", "名前", "a b", "a_b", "A-B", "*", "true"];
    let read = |word: &str| round_trip::<Switch>(json!({"ratio": 0.5, "fixed": true, "word": word})).word;
    let known: Vec<SwitchWord> = words.into_iter().map(read).collect();
    for (at, word) in known.iter().enumerate() {
        assert!(!matches!(word, SwitchWord::Unknown(_)), "{word:?} is known");
        assert!(!known[..at].contains(word), "{word:?} is no other");
    }
    assert_eq!(read("new"), SwitchWord::Unknown("new".to_owned()));
}

#[test]
fn numbers_booleans_and_mixed_values_round_trip() {
    let switch: Switch =
        round_trip(json!({"ratio": 0.25, "fixed": true, "word": "", "level": 10_000_000_000_i64, "mixed": 1}));
    assert_eq!((switch.ratio, switch.mixed), (0.25, Some(Value::from(1))));
    assert!(!matches!(switch.level, None | Some(SwitchLevel::Unknown(_))));
    let switch: Switch = round_trip(json!({"ratio": 2.0, "fixed": true, "word": "", "level": 5, "mixed": "auto"}));
    assert_eq!(switch.level, Some(SwitchLevel::Unknown(5)));
}
