//! Compares the derives with those of serde: types that both support are read and written equally.
//!
//! Both read the same random JSON. Known differences are not generated: the derives read `1.0` as an integer and reject
//! an array in place of an object, and serde does the opposite.

use std::fmt::Debug;

use apiarist_runtime::Value;
use proptest::prelude::*;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, json};

/// Types with the derives of the runtime.
mod derived {
    use apiarist_runtime::{IntegerEnum, Newtype, Object, StringEnum, TaggedUnion, Union, Value};
    use std::collections::BTreeMap;

    #[derive(Clone, Debug, PartialEq, Object)]
    #[object(is("kind", "bee"))]
    pub struct Bee {
        pub name: String,
        #[wire("hiveId")]
        pub hive_id: Option<i64>,
        #[wire(nullable)]
        pub weight: Option<f64>,
        pub r#type: Option<Order>,
        pub flags: Option<Vec<bool>>,
        pub queen: Option<Box<Bee>>,
        pub level: Option<Level>,
        pub tree: Option<Tree>,
        #[wire(rest)]
        pub rest: BTreeMap<String, Value>,
    }

    #[derive(Clone, Debug, PartialEq, Newtype)]
    pub struct Tree(pub BTreeMap<String, Option<bool>>);

    #[derive(Clone, Debug, PartialEq, StringEnum)]
    pub enum Order {
        #[wire("asc")]
        Asc,
        #[wire("b c")]
        Desc,
        Unknown(String),
    }

    #[derive(Clone, Debug, PartialEq, IntegerEnum)]
    pub enum Level {
        #[wire(-1)]
        Low,
        Unknown(i64),
    }

    #[derive(Clone, Debug, PartialEq, Object)]
    pub struct Point {
        pub x: i64,
        pub name: Option<String>,
    }

    #[derive(Clone, Debug, PartialEq, Object)]
    pub struct Empty {}

    #[derive(Clone, Debug, PartialEq, TaggedUnion)]
    #[union(tag = "type")]
    pub enum Tagged {
        #[wire("asc", "alias", adds_tag)]
        Point(Point),
        #[wire("b c", adds_tag)]
        Empty(Empty),
        #[wire("", adds_tag)]
        Nested(Box<Nested>),
        Unknown(Value),
    }

    #[derive(Clone, Debug, PartialEq, Object)]
    pub struct Nested {
        pub queen: Option<Untagged>,
        pub weight: f64,
    }

    #[derive(Clone, Debug, PartialEq, Union)]
    pub enum Untagged {
        #[shape(string)]
        Text(String),
        #[shape(integer)]
        Integer(i64),
        #[shape(number)]
        Number(f64),
        #[shape(boolean)]
        Flag(bool),
        #[shape(array)]
        Many(Vec<bool>),
        #[shape(object, has("x"))]
        Point(Point),
        Unknown(Value),
    }
}

/// The same types with the derives of serde.
mod by_serde {
    use apiarist_runtime::Value;
    use serde::{Deserialize, Serialize};
    use std::collections::BTreeMap;

    #[derive(Debug, Deserialize, Serialize)]
    pub struct Bee {
        #[serde(default = "bee", deserialize_with = "skip")]
        pub kind: String,
        pub name: String,
        #[serde(rename = "hiveId", skip_serializing_if = "Option::is_none")]
        pub hive_id: Option<i64>,
        pub weight: Option<f64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub r#type: Option<Order>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub flags: Option<Vec<bool>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub queen: Option<Box<Bee>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub level: Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub tree: Option<Tree>,
        #[serde(flatten)]
        pub rest: BTreeMap<String, Value>,
    }

    fn bee() -> String {
        "bee".to_owned()
    }

    fn skip<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
        serde::de::IgnoredAny::deserialize(deserializer).map(|_| bee())
    }

    #[derive(Debug, Deserialize, Serialize)]
    pub struct Tree(pub BTreeMap<String, Option<bool>>);

    #[derive(Debug, Deserialize, Serialize)]
    pub enum Order {
        #[serde(rename = "asc")]
        Asc,
        #[serde(rename = "b c")]
        Desc,
        #[serde(untagged)]
        Unknown(String),
    }

    #[derive(Debug, Deserialize, Serialize)]
    pub struct Point {
        pub x: i64,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub name: Option<String>,
    }

    #[derive(Debug, Deserialize, Serialize)]
    pub struct Empty {}

    #[derive(Debug, Deserialize, Serialize)]
    #[serde(tag = "type")]
    pub enum Tagged {
        #[serde(rename = "asc", alias = "alias")]
        Point(Point),
        #[serde(rename = "b c")]
        Empty(Empty),
        #[serde(rename = "")]
        Nested(Box<Nested>),
    }

    #[derive(Debug, Deserialize, Serialize)]
    pub struct Nested {
        #[serde(skip_serializing_if = "Option::is_none")]
        pub queen: Option<Untagged>,
        pub weight: f64,
    }

    #[derive(Debug, Deserialize, Serialize)]
    #[serde(untagged)]
    pub enum Untagged {
        Text(String),
        Integer(i64),
        Number(f64),
        Flag(bool),
        Many(Vec<bool>),
        Point(Point),
        Unknown(Value),
    }
}

/// The names of all properties, and some undeclared ones.
const NAMES: [&str; 13] =
    ["kind", "name", "hiveId", "weight", "type", "flags", "queen", "level", "tree", "x", "hive_id", "", "ä\"\\\u{0}"];

/// The values of enums and tags, and some unknown ones.
const STRINGS: [&str; 7] = ["asc", "b c", "alias", "", "Asc", "\u{1f41d}", "a\nb"];

/// Returns a JSON value that probably matches one of the types. Elements of arrays are booleans or null, so that serde
/// does not read an array as a struct.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-2_i64..3).prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<i32>().prop_map(|number| Value::from(f64::from(number) + 0.5)),
        proptest::sample::select(&STRINGS[..]).prop_map(Value::from),
        proptest::collection::vec(any::<bool>(), 1..3).prop_map(Value::from),
        Just(json!([null])),
    ];
    leaf.prop_recursive(4, 24, 6, |inner| {
        proptest::collection::vec((proptest::sample::select(&NAMES[..]), inner), 0..7).prop_map(|members| {
            let members = members.into_iter().map(|(name, value)| (name.to_owned(), value));
            Value::Object(members.collect())
        })
    })
}

/// Returns an object in which each property probably has a value of its type.
fn bee() -> impl Strategy<Value = Value> {
    (value(), any::<[bool; 9]>(), proptest::sample::select(&STRINGS[..]), any::<i64>()).prop_map(
        |(other, present, text, number)| {
            let queen = json!({"name": text, "weight": null, "x": number, "other": other});
            let all = [
                ("name", json!(text)),
                ("hiveId", json!(number)),
                ("weight", json!(0.5)),
                ("type", json!(text)),
                ("flags", json!([true])),
                ("queen", queen),
                ("level", json!(-1)),
                ("tree", json!({"a": null, "b": true})),
                ("x", other),
            ];
            let present = all.into_iter().zip(present).filter(|(_, is_present)| *is_present);
            Value::Object(present.map(|((name, value), _)| (name.to_owned(), value)).collect::<Map<_, _>>())
        },
    )
}

fn input() -> impl Strategy<Value = Value> {
    prop_oneof![value(), bee()].prop_map(with_broken_weights)
}

/// Adds a fraction to every weight, because for an `f64` the derive writes `0` and serde writes `0.0`.
fn with_broken_weights(mut value: Value) -> Value {
    if let Value::Object(members) = &mut value {
        for (name, member) in members.iter_mut() {
            *member = match member {
                Value::Number(_) if name == "weight" => json!(0.5),
                _ => with_broken_weights(member.take()),
            };
        }
    }
    value
}

/// Reads a value from text and from a tree, and returns the JSON that is written back, or `None` if it cannot be read.
fn round_trip<T: DeserializeOwned + Serialize + Debug>(value: &Value) -> Option<String> {
    let from_text: Option<T> = serde_json::from_str(&value.to_string()).ok();
    let from_tree: Option<T> = serde_json::from_value(value.clone()).ok();
    let write = |value: T| serde_json::to_string(&value).unwrap();
    let (from_text, from_tree) = (from_text.map(write), from_tree.map(write));
    assert_eq!(from_text, from_tree, "{value}");
    from_text
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn objects_agree_with_serde(value in input()) {
        prop_assert_eq!(round_trip::<derived::Bee>(&value), round_trip::<by_serde::Bee>(&value));
        prop_assert_eq!(round_trip::<derived::Point>(&value), round_trip::<by_serde::Point>(&value));
        prop_assert_eq!(round_trip::<derived::Empty>(&value), round_trip::<by_serde::Empty>(&value));
        prop_assert_eq!(round_trip::<derived::Tree>(&value), round_trip::<by_serde::Tree>(&value));
    }

    #[test]
    fn string_enums_agree_with_serde(value in proptest::sample::select(&STRINGS[..])) {
        let value = Value::from(value);
        prop_assert_eq!(round_trip::<derived::Order>(&value), round_trip::<by_serde::Order>(&value));
    }

    #[test]
    fn tagged_unions_agree_with_serde(value in input()) {
        let derived = round_trip::<derived::Tagged>(&value);
        let is_known = ["asc", "alias", "b c", ""].map(Value::from).contains(&value["type"]);
        if is_known || !value.is_object() {
            prop_assert_eq!(derived, round_trip::<by_serde::Tagged>(&value));
        } else {
            prop_assert_eq!(derived, Some(value.to_string()));
        }
    }

    #[test]
    fn shape_unions_agree_with_serde(value in input()) {
        let derived = round_trip::<derived::Untagged>(&value);
        // serde keeps a value that matches a variant but cannot be decoded as it; the derive reports an error.
        let expected = round_trip::<by_serde::Untagged>(&value);
        let is_rejected = derived.is_none();
        let looks_like_a_variant = value.is_array() || value.get("x").is_some();
        prop_assert!(derived == expected || (is_rejected && looks_like_a_variant), "{derived:?} {expected:?}");
    }
}
