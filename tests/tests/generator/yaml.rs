//! Compares the YAML reader with `yaml_serde`, which is based on libyaml and shares no code with it.
//!
//! Every YAML file of the repository must have the same tree in both; `APIARIST_DOCUMENTS=<folder>` adds the files of a
//! folder. Scalars and trees are also compared at random. Both readers know YAML 1.1 and 1.2, and each difference that
//! remains is listed with an example.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use apiarist::deep_stack::on_deep_stack;
use apiarist::source::{Document, SourceErrorKind};
use proptest::prelude::*;
use serde_json::{Value, json};
use yaml_serde::Value as Yaml;

use crate::json::any_json;

/// The folders whose files are always compared.
const FOLDERS: [&str; 2] = ["../specs", "../tests"];

/// Returns the tree that `yaml_serde` reads, as JSON.
fn theirs(text: &str) -> Result<Value, String> {
    let mut value: Yaml =
        yaml_serde::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| error.to_string())?;
    value.apply_merge().map_err(|error| error.to_string())?;
    Ok(as_json(value))
}

/// Converts a tree by the rules of our reader: keys are strings, tags are ignored, and numbers that JSON cannot express
/// are strings.
fn as_json(value: Yaml) -> Value {
    match value {
        Yaml::Null => Value::Null,
        Yaml::Bool(value) => value.into(),
        Yaml::Number(number) => match (number.as_i64(), number.as_u64(), number.as_f64()) {
            (Some(integer), _, _) => integer.into(),
            (None, Some(integer), _) => integer.into(),
            (None, None, Some(float)) if float.is_finite() => float.into(),
            _ => Value::String(number.to_string()),
        },
        Yaml::String(text) => text.into(),
        Yaml::Sequence(elements) => elements.into_iter().map(as_json).collect(),
        Yaml::Mapping(members) => {
            let key = |key| match as_json(key) {
                Value::String(text) => text,
                other => other.to_string(),
            };
            Value::Object(members.into_iter().map(|(name, value)| (key(name), as_json(value))).collect())
        }
        Yaml::Tagged(tagged) => as_json(tagged.value),
    }
}

fn ours(text: &str) -> Result<Value, (SourceErrorKind, String)> {
    let document = Document::parse("a.yaml", text).map_err(|error| (error.kind(), error.to_string()))?;
    Ok(document.root().clone())
}

/// Returns the first location at which two trees differ, and both values.
fn first_difference(ours: &Value, theirs: &Value) -> Option<String> {
    let inner = match (ours, theirs) {
        (Value::Object(a), Value::Object(b)) if a.len() == b.len() && a.keys().zip(b.keys()).all(is_same_key) => {
            let mut members = a.iter().zip(b.values());
            members.find_map(|((key, ours), theirs)| Some(format!("/{key}{}", first_difference(ours, theirs)?)))
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            (0..).zip(a).find_map(|(at, value)| Some(format!("/{at}{}", first_difference(value, &b[at])?)))
        }
        // Both are zero, but only one is a float.
        (Value::Number(a), Value::Number(b)) if a.as_f64() == Some(0.0) && b.as_f64() == Some(0.0) => None,
        (ours, theirs) if ours == theirs && !ours.is_object() => None,
        _ => Some(format!(": {ours} and {theirs}")),
    };
    inner.map(|text| text.chars().take(300).collect())
}

/// Returns `true` if two keys are equal. A number without quotes has its source text only in our reader.
fn is_same_key((ours, theirs): (&String, &String)) -> bool {
    let number = |text: &str| text.parse::<f64>().ok();
    ours == theirs || (number(ours).is_some() && number(ours) == number(theirs))
}

/// The reason why the trees of a file are not compared, or differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Reason {
    /// Both readers reject it.
    Rejected,
    /// Only our reader accepts equal keys, and reports them.
    DuplicateKey,
    /// Only our reader requires an object, and limits size and depth.
    Limit,
    /// Only our reader accepts integers beyond 64 bits.
    WideInteger,
    /// A block scalar ends the file without a newline, and only our reader adds one.
    EndOfFile,
    /// A merge adds keys at another position.
    Merge,
}

/// Compares the trees of a text.
fn compare(text: &str) -> Result<(), Result<Reason, String>> {
    match (ours(text), theirs(text)) {
        (Ok(ours), Ok(theirs)) => match first_difference(&ours, &theirs) {
            None => Ok(()),
            Some(_) if text.contains("<<:") && ours == theirs => Err(Ok(Reason::Merge)),
            Some(_) if !text.ends_with('\n') && compare(&format!("{text}\n")).is_ok() => Err(Ok(Reason::EndOfFile)),
            Some(difference) => Err(Err(difference)),
        },
        (Err(_), Err(_)) => Err(Ok(Reason::Rejected)),
        (Ok(_), Err(error)) if error.contains("duplicate entry") => Err(Ok(Reason::DuplicateKey)),
        (Ok(_), Err(error)) if error.contains("as i128") || error.contains("as u128") => Err(Ok(Reason::WideInteger)),
        (Ok(_), Err(error)) => Err(Err(format!("only yaml_serde rejects it: {error}"))),
        (Err((SourceErrorKind::NotAnObject | SourceErrorKind::Empty, _)), Ok(_))
        | (Err((SourceErrorKind::TooDeep | SourceErrorKind::TooLarge, _)), Ok(_)) => Err(Ok(Reason::Limit)),
        (Err((_, error)), Ok(_)) => Err(Err(format!("only our reader rejects it: {error}"))),
    }
}

/// Returns the YAML files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let (mut found, mut open) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = open.pop() {
        let entries = fs::read_dir(&folder).expect("the folder exists");
        for path in entries.map(|entry| entry.expect("it can be listed").path()) {
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

#[test]
fn every_yaml_file_has_the_tree_that_libyaml_reads() {
    let folders = FOLDERS.into_iter().map(PathBuf::from).chain(env::var_os("APIARIST_DOCUMENTS").map(Into::into));
    let (mut equal, mut reasons, mut wrong) = (0, BTreeMap::<Reason, usize>::new(), Vec::new());
    on_deep_stack(|| {
        for path in folders.flat_map(|folder| files(&folder)) {
            let Ok(text) = fs::read_to_string(&path) else { continue };
            match compare(&text) {
                Ok(()) => equal += 1,
                Err(Ok(reason)) => *reasons.entry(reason).or_default() += 1,
                Err(Err(difference)) => wrong.push(format!("{}: {difference}", path.display())),
            }
        }
    })
    .expect("a thread starts");
    println!("{equal} files are equal, others: {reasons:?}");
    assert!(wrong.is_empty(), "{} files differ:\n{}", wrong.len(), wrong.join("\n"));
    assert!(equal > 1_000, "{equal} files are too few");
}

#[test]
fn wrong_tree_is_found() {
    let tree = json!({"a": [1, "x", null], "b": {"c": 1.5}});
    let others = [
        json!({"a": [1, "x", null], "b": {"c": 1}}),
        json!({"a": [1, "x"], "b": {"c": 1.5}}),
        json!({"a": ["1", "x", null], "b": {"c": 1.5}}),
        json!({"a": [1, "x", "null"], "b": {"c": 1.5}}),
        json!({"b": {"c": 1.5}, "a": [1, "x", null]}),
        json!({"a": [1, "x", null], "b": {"d": 1.5}}),
    ];
    assert_eq!(first_difference(&tree, &tree), None);
    for other in others {
        assert!(first_difference(&tree, &other).is_some(), "{other}");
    }
}

/// Scalars and documents that the readers understand differently: name, text, ours, theirs. A reader that rejects the
/// text has `None`.
fn differences() -> Vec<(&'static str, &'static str, Option<Value>, Option<Value>)> {
    vec![
        ("duplicate keys", "a: 1\na: 2", Some(json!({"a": 2})), None),
        ("integers beyond 64 bits", "a: 18446744073709551616", Some(json!({"a": 18446744073709551616.0})), None),
        // YAML 1.2 allows a tab here (section 6.1), but saphyr-parser rejects it before a letter or a digit.
        ("a tab after a colon", "a:\t1", None, Some(json!({"a": 1}))),
        ("keys that are floats", "1.30: a", Some(json!({"1.30": "a"})), Some(json!({"1.3": "a"}))),
        ("keys that are booleans", "True: a", Some(json!({"True": "a"})), Some(json!({"true": "a"}))),
        ("binary integers of YAML 1.1", "a: 0b11", Some(json!({"a": "0b11"})), Some(json!({"a": 3}))),
        ("signed hexadecimal integers", "a: -0x1F", Some(json!({"a": "-0x1F"})), Some(json!({"a": -31}))),
        // YAML 1.2 adds no newline (section 8.1.1.2), but saphyr-parser does.
        ("a block scalar at the end of the file", "a: |\n  x", Some(json!({"a": "x\n"})), Some(json!({"a": "x"}))),
        ("next line", "a: 'x\u{85}y'", Some(json!({"a": "x\u{85}y"})), Some(json!({"a": "x y"}))),
        ("merge of a scalar", "a: {<<: 1}", Some(json!({"a": {"<<": 1}})), None),
        (
            "two merges",
            "a: &a {x: 1}\nb: &b {y: 2}\nc: {<<: *a, <<: *b}",
            Some(json!({"a": {"x": 1}, "b": {"y": 2}, "c": {"x": 1, "y": 2}})),
            None,
        ),
        ("null keys", "~: a", Some(json!({"~": "a"})), Some(json!({"null": "a"}))),
        ("negative zero", "a: -0", Some(json!({"a": -0.0})), Some(json!({"a": 0}))),
    ]
}

/// Texts whose meaning differs between YAML 1.1 and 1.2, with the value on which the readers agree.
fn agreements() -> Vec<(&'static str, &'static str, Value)> {
    vec![
        ("booleans of YAML 1.1", "a: [yes, No, on, OFF, y, n]", json!({"a": ["yes", "No", "on", "OFF", "y", "n"]})),
        ("a key of YAML 1.1 that is a boolean", "on: push", json!({"on": "push"})),
        ("octal integers of YAML 1.1", "a: [010, 0777]", json!({"a": ["010", "0777"]})),
        ("octal integers of YAML 1.2", "a: 0o14", json!({"a": 12})),
        ("hexadecimal integers", "a: 0x1F", json!({"a": 31})),
        ("sexagesimal integers", "a: [12:30:45, 1:30]", json!({"a": ["12:30:45", "1:30"]})),
        (
            "timestamps",
            "a: [2001-12-14, 2001-12-14t21:59:43.10-05:00]",
            json!({"a": ["2001-12-14", "2001-12-14t21:59:43.10-05:00"]}),
        ),
        ("digits with underscores", "a: 1_000", json!({"a": "1_000"})),
        ("nulls", "a: [~, null, Null, NULL, nil]\nb:", json!({"a": [null, null, null, null, "nil"], "b": null})),
        ("floats", "a: [.5, 1., 1e3, +1.5, -1.5E-2]", json!({"a": [0.5, 1.0, 1000.0, 1.5, -0.015]})),
        ("versions", "a: [1.10, 1.2.3]", json!({"a": [1.1, "1.2.3"]})),
        ("merge keys", "a: &a {x: 1, y: 2}\nb: {<<: *a, x: 3}", json!({"a": {"x": 1, "y": 2}, "b": {"x": 3, "y": 2}})),
        (
            "several merge keys",
            "a: &a {x: 1}\nb: &b {x: 2, y: 2}\nc: {<<: [*a, *b]}",
            json!({"a": {"x": 1}, "b": {"x": 2, "y": 2}, "c": {"x": 1, "y": 2}}),
        ),
        ("integer keys", "200: a\n404: b", json!({"200": "a", "404": "b"})),
        ("quoted scalars", "a: ['yes', \"1\", '~', \"\\u00e9\\n\"]", json!({"a": ["yes", "1", "~", "é\n"]})),
        ("tags", "a: [!!str 1, !x 1]", json!({"a": ["1", 1]})),
        ("a version directive", "%YAML 1.1\n---\na: yes", json!({"a": "yes"})),
        ("comments and colons need a space", "a: b#c\nd: {e:f}", json!({"a": "b#c", "d": {"e:f": null}})),
        ("numbers beyond floats", "a: 1e999", json!({"a": "1e999"})),
        ("anchors on keys", "&k a: 1\nb: *k", json!({"a": 1, "b": "a"})),
        ("brackets further left", "a:\n  b: [\n1\n]", json!({"a": {"b": [1]}})),
        ("a line separator", "a: 'x\u{2028}y'", json!({"a": "x\u{2028}y"})),
        ("line folding", "a: >-\n  x\n  y\n\n  z\nb: |+\n  x\n\n", json!({"a": "x y\nz", "b": "x\n\n"})),
    ]
}

#[test]
fn versions_of_yaml_are_read_alike() {
    for (name, text, value) in agreements() {
        assert_eq!(ours(text).expect("it is YAML"), value, "{name}: ours");
        assert_eq!(theirs(text).expect("it is YAML"), value, "{name}: theirs");
    }
}

#[test]
fn differences_between_the_readers_are_listed() {
    for (name, text, our_value, their_value) in differences() {
        assert_ne!(our_value, their_value, "{name}");
        assert_eq!(ours(text).ok(), our_value, "{name}: ours");
        assert_eq!(theirs(text).ok(), their_value, "{name}: theirs");
    }
}

#[test]
fn invalid_texts_are_rejected_by_both() {
    for text in ["a:\n\tb: 1", "a: \"\\ud83d\"", "a: &a [*a]", "a: *a", "a: 1\n---\nb: 2", "a: [1", "a: 'b", "a: b: c"]
    {
        assert!(ours(text).is_err(), "{text:?}: ours");
        assert!(theirs(text).is_err(), "{text:?}: theirs");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_plain_scalars_mean_the_same(scalar in "[-+.0-9exobinfatruslEXO_:~]{1,7}") {
        let text = format!("a: {scalar}\n");
        if let (Ok(ours), Ok(theirs)) = (ours(&text), theirs(&text)) {
            let difference = first_difference(&ours, &theirs);
            prop_assert!(difference.is_none(), "{text}: {difference:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_trees_written_by_either_are_read_by_the_other(tree in any_json()) {
        let document = Document::parse("a.yaml", format!("a: {tree}")).expect("JSON is YAML");
        prop_assert_eq!(document.root(), &json!({"a": tree}));
        // A line separator is a line break in YAML 1.1, and libyaml does not escape it. `yaml_serde` also merges `"<<"`.
        let tree = tree.to_string();
        if !tree.contains('\u{2028}') && !tree.contains("<<") {
            let text = document.to_text();
            prop_assert_eq!(&theirs(&text).expect("it is YAML"), document.root(), "{}", text);
            let text = yaml_serde::to_string(document.root()).expect("every tree can be written");
            prop_assert_eq!(&ours(&text).expect("it is YAML"), document.root(), "{}", text);
        }
    }
}
