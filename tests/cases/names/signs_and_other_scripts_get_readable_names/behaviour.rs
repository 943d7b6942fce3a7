//! Names with punctuation and non-Latin letters.

use super::types::{Comparison, Letter, Names, Sign, Unit};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn punctuation_is_spelled_out() {
    assert_eq!(Comparison::GreaterOrEqual.as_str(), "≥");
    assert_eq!(Comparison::GreaterEqual.as_str(), ">=");
    assert_eq!(Comparison::Unequal.as_str(), "≠");
    assert_eq!((Comparison::Empty.as_str(), Comparison::Space.as_str()), ("", " "));
    assert_eq!((Unit::MuG.as_str(), Unit::MicroG.as_str()), ("μg", "µg"));
    assert_eq!((Unit::Euro.as_str(), Unit::Degree.as_str()), ("€", "°"));
    assert_eq!((Sign::RightArrow.as_str(), Sign::U1f41d.as_str()), ("→", "🐝"));
}

#[test]
fn similar_letters_are_distinguished() {
    let texts = ["ß", "SS", "ǆ", "ﬁ", "fi", "ı", "i", "I", "İ", "сор", "цена", "用户", "٣", "α"];
    assert!(texts.iter().all(|text| !matches!(Letter::from(*text), Letter::Unknown(_)) && Letter::from(*text).as_str() == *text));
}

#[test]
fn properties_keep_their_names_on_the_wire() {
    let names: Names = round_trip(json!({"": "a", "_": "b", "__": "c", "+1": 1, "-1": -1, "≥": "d", "🐝": "e",
        "ǆ": "f", "имя": "g", "new\nline": "h", "it's \"quoted\" \\ {x}": "i"}));
    assert_eq!((names.empty.as_deref(), names.plus_1, names.minus_1), (Some("a"), Some(1), Some(-1)));
}
