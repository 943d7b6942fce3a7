//! Compares the JSON reader with `serde_json`: both accept the same texts, with equal values, apart from the listed
//! differences.

use apiarist::source::Document;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Map, Number, Value, json};

/// Returns a random JSON value whose strings have the characters that need care.
pub fn any_json() -> impl Strategy<Value = Value> {
    let text = prop_oneof![
        3 => "[a-z ]{0,6}",
        2 => "[-?:,\\[\\]{}#&*!|>'\"%@` \n\t0-9~.eyn\\\\é\u{2028}😀]{0,8}",
        1 => select(vec!["yes", "no", "null", "~", "1", "1e3", "0x1", ".inf", "2001-01-01", "<<", "=", "-", "---", "true"])
            .prop_map(str::to_owned),
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_filter("JSON has only finite numbers", |float| float.is_finite()).prop_map(Value::from),
        text.clone().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 32, 5, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            proptest::collection::vec((text.clone(), inner), 0..5)
                .prop_map(|members| Value::Object(Map::from_iter(members))),
        ]
    })
}

fn ours(text: &str) -> Option<Value> {
    Document::parse("a.json", text).ok().map(|document| document.root().clone())
}

fn theirs(text: &str) -> Option<Value> {
    serde_json::from_str::<Value>(text).ok().filter(Value::is_object)
}

/// An edit of a text that often leaves valid JSON.
fn edit() -> impl Strategy<Value = (Index, bool, &'static str)> {
    let texts = select(vec![
        "",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "\\u00e9",
        "\\ud83d\\ude00",
        "\\x",
        "0",
        "1",
        "-",
        "+",
        ".",
        "e5",
        "E-3",
        "true",
        "null",
        "nul",
        " ",
        "\n",
        "\t",
        "\u{1}",
        "\u{a0}",
        "é",
        "/",
        "//",
        "'",
        "{\"a\":1}",
        "[1,2]",
        "01",
        "1.",
        "-0",
    ]);
    (any::<Index>(), any::<bool>(), texts)
}

fn edited(text: &str, edits: &[(Index, bool, &'static str)]) -> String {
    let mut text: Vec<char> = text.chars().collect();
    for (at, replaces, with) in edits {
        let at = at.index(text.len() + 1);
        let end = (at + usize::from(*replaces)).min(text.len());
        text.splice(at..end, with.chars());
    }
    text.into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn edited_texts_are_accepted_alike_with_equal_values(
        tree in any_json(),
        edits in proptest::collection::vec(edit(), 0..4),
        is_pretty in any::<bool>(),
    ) {
        let tree = json!({"a": tree});
        let text = if is_pretty { format!("{tree:#}") } else { tree.to_string() };
        let text = edited(&text, &edits);
        let (our_value, their_value) = (ours(&text), theirs(&text));
        if let (Some(value), None) = (&our_value, &their_value) {
            let error = serde_json::from_str::<Value>(&text).err().map(|error| error.to_string()).unwrap_or_default();
            let is_half_pair = value.to_string().contains('\u{fffd}');
            prop_assume!(!is_half_pair && !error.contains("number out of range"), "a listed difference");
        }
        prop_assert_eq!(our_value, their_value, "{}", text);
    }

    #[test]
    fn numbers_are_exact(number in "-?(0|[1-9][0-9]{0,24})(\\.[0-9]{1,24})?([eE][-+]?[0-9]{1,2})?") {
        let read = ours(&format!("{{\"a\": {number}}}")).expect("it is JSON")["a"].clone();
        match number.parse::<i128>() {
            // Negative zero is a float.
            Ok(integer) if number != "-0" && (i128::from(i64::MIN)..=u64::MAX.into()).contains(&integer) => {
                prop_assert_eq!(read.as_number().and_then(Number::as_i128), Some(integer));
            }
            _ => {
                let float: f64 = number.parse().expect("it is a number");
                prop_assert_eq!(read.as_f64().map(f64::to_bits), Some(float.to_bits()));
            }
        }
    }
}

/// Texts that the readers understand differently: name, text, ours, theirs. A reader that rejects the text has `None`.
fn differences() -> Vec<(&'static str, String, Option<Value>, Option<Value>)> {
    let nested = |depth: usize| format!("{{\"a\": {}{}}}", "[".repeat(depth), "]".repeat(depth));
    let deep = (1..200).fold(json!([]), |inner, _| json!([inner]));
    vec![
        ("128 levels", nested(200), Some(json!({"a": deep})), None),
        ("257 levels", nested(256), None, None),
        ("a number beyond 64-bit floats", "{\"a\": 1e999}".to_owned(), Some(json!({"a": "1e999"})), None),
        ("half of a surrogate pair", "{\"a\": \"\\ud83d\"}".to_owned(), Some(json!({"a": "\u{fffd}"})), None),
        ("a byte order mark", "\u{feff}{\"a\": 1}".to_owned(), Some(json!({"a": 1})), None),
    ]
}

#[test]
fn differences_between_the_readers_are_listed() {
    for (name, text, our_value, their_value) in differences() {
        assert_eq!(ours(&text), our_value, "{name}: ours");
        assert_eq!(theirs(&text), their_value, "{name}: theirs");
    }
}

#[test]
fn last_of_equal_keys_wins_in_both_and_ours_reports_them() {
    let text = r#"{"a": 1, "b": 2, "a": {"c": 3}}"#;
    assert_eq!(ours(text), theirs(text));
    let document = Document::parse("a.json", text).expect("it is JSON");
    assert_eq!(document.faults().count(), 1);
}

#[test]
fn edits_reject_and_accept_often_enough() {
    // The property above proves nothing if one outcome is rare.
    let mut runner = TestRunner::deterministic();
    let inputs = (any_json(), proptest::collection::vec(edit(), 1..3));
    let mut accepted = 0;
    for _ in 0..1_000 {
        let (tree, edits) = inputs.new_tree(&mut runner).expect("no filter rejects it").current();
        accepted += usize::from(ours(&edited(&json!({"a": tree}).to_string(), &edits)).is_some());
    }
    assert!((100..900).contains(&accepted), "{accepted} of 1000 are accepted");
}
