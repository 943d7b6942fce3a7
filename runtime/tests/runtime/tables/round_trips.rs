//! Tests that the derives read values, write them back unchanged, and keep unknown values.

use apiarist_runtime::{IntegerEnum, Maybe, Newtype, Object, StringEnum, TaggedUnion, Union, Value};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::json;
use std::{collections::BTreeMap, fmt::Debug};

#[derive(Clone, Debug, PartialEq, Object)]
#[object(is("object", "bee"))]
pub struct Bee {
    pub name: String,
    #[wire(nullable)]
    pub hive: Option<String>,
    pub age: Option<i64>,
    pub note: Maybe<String>,
    pub r#type: Option<Kind>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, StringEnum)]
pub enum Kind {
    #[wire("QUEEN")]
    Queen,
    #[wire("drone")]
    Drone,
    Unknown(String),
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, IntegerEnum)]
pub enum Level {
    #[wire(-1)]
    Minus1,
    #[wire(1)]
    Value1,
    Unknown(i64),
}

#[derive(Clone, Debug, PartialEq, Object)]
pub struct Open {
    pub id: i64,
    #[wire(rest)]
    pub others: BTreeMap<String, Vec<i64>>,
}

#[derive(Clone, Debug, PartialEq, Object)]
#[object(is("a", "x"), is("b", 2.5), is("c", true), is("d", null))]
pub struct Literals {}

#[derive(Clone, Debug, PartialEq, Newtype)]
struct Tree(BTreeMap<String, Tree>);

fn read<T: DeserializeOwned>(text: &str) -> T {
    // Reading from text and from a tree must agree.
    serde_json::from_value::<T>(serde_json::from_str(text).unwrap()).unwrap();
    serde_json::from_str(text).unwrap()
}

fn survives<T: DeserializeOwned + Serialize + PartialEq + Debug>(text: &str) -> T {
    let value: T = read(text);
    assert_eq!(serde_json::to_string(&value).unwrap(), text);
    value
}

fn refused<T: DeserializeOwned + Debug>(text: &str) -> String {
    serde_json::from_str::<T>(text).unwrap_err().to_string()
}

#[test]
fn objects_distinguish_absent_and_null() {
    survives::<Bee>(r#"{"object":"bee","name":"Maja","hive":null}"#);
    survives::<Bee>(r#"{"object":"bee","name":"Maja","hive":"A","age":3,"note":null,"type":"QUEEN"}"#);
    survives::<Bee>(r#"{"object":"bee","name":"Maja","hive":"A","note":"n","type":"worker"}"#);
    let bee: Bee = read(r#"{"name":"Maja","age":null,"wings":[4,{"x":null}],"object":17}"#);
    assert_eq!(bee, Bee { name: "Maja".into(), hive: None, age: None, note: Maybe::Absent, r#type: None });
}

#[test]
fn objects_accept_any_order_escaped_names_and_duplicates() {
    let bee: Bee = serde_json::from_str(r#"{"age":1,"n\u0061me":"a","name":"b"}"#).unwrap();
    assert_eq!((bee.name.as_str(), bee.age), ("b", Some(1)));
    let bee: Bee = serde_json::from_reader(br#"{"name":"from a reader"}"#.as_slice()).unwrap();
    assert_eq!(bee.name, "from a reader");
}

#[test]
fn object_error_contains_the_cause() {
    assert!(refused::<Bee>("{}").starts_with("missing field `name`"));
    assert!(refused::<Bee>("[]").contains("expected an object (Bee)"));
    assert!(refused::<Bee>(r#"{"name":null}"#).contains("invalid type: null, expected a string"));
}

#[test]
fn unknown_properties_are_kept_in_a_rest_field() {
    let open: Open = survives(r#"{"id":1,"a":[1],"b":[]}"#);
    assert_eq!(open.others.len(), 2);
    survives::<Literals>(r#"{"a":"x","b":2.5,"c":true,"d":null}"#);
    survives::<Tree>(r#"{"left":{"leaf":{}},"right":{}}"#);
}

#[test]
fn enums_accept_unknown_values() {
    assert_eq!(survives::<Kind>(r#""worker""#), Kind::Unknown("worker".into()));
    assert_eq!("QUEEN".parse::<Kind>(), Ok(Kind::Queen));
    assert_eq!(format!("{:>6}|{}", Kind::Drone, Kind::from("x".to_owned()).as_str()), " drone|x");
    assert_eq!(read::<Kind>(r#""dr\u006fne""#), Kind::Drone);
    assert!(refused::<Kind>("1").contains("expected a string"));
    assert_eq!(survives::<Level>("-1"), Level::Minus1);
    assert_eq!(survives::<Level>("8"), Level::Unknown(8));
    assert_eq!(Level::Value1.to_string(), "1");
}

#[derive(Clone, Debug, PartialEq, Object)]
#[object(is("type", "text"))]
pub struct Text {
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Object)]
pub struct Tagged {
    #[wire("type")]
    pub kind: String,
    pub data: Option<Vec<i64>>,
}

#[derive(Clone, Debug, PartialEq, TaggedUnion)]
#[union(tag = "type")]
pub enum Item {
    #[wire("text")]
    Text(Text),
    #[wire("a", "b")]
    Tagged(Box<Tagged>),
    #[wire("shape")]
    Shape(Shape),
    #[wire("same")]
    Same(Same),
    Unknown(Value),
}

#[derive(Clone, Debug, PartialEq, Object)]
#[object(is("type", "shape"), is("kind", "circle"))]
pub struct Circle {
    pub radius: f64,
}

#[derive(Clone, Debug, PartialEq, TaggedUnion)]
#[union(tag = "kind")]
pub enum Shape {
    #[wire("circle")]
    Circle(Circle),
    Unknown(Value),
}

/// A union in a union with the same tag.
#[derive(Clone, Debug, PartialEq, TaggedUnion)]
#[union(tag = "type")]
pub enum Same {
    #[wire("same")]
    Tagged(Tagged),
    Unknown(Value),
}

#[test]
fn tag_can_be_at_any_position() {
    let expected = Item::Tagged(Box::new(Tagged { kind: "b".into(), data: Some(vec![1, 2]) }));
    for text in [
        r#"{"type":"b","data":[1,2],"x":0}"#,
        r#"{"data":[1,2],"x":0,"type":"b"}"#,
        r#"{"x":{"type":"a"},"type":"b","data":[1,2]}"#,
    ] {
        assert_eq!(read::<Item>(text), expected, "{text}");
    }
    survives::<Vec<Item>>(r#"[{"type":"text","text":"a"},{"type":"a"},{"type":"text","text":"b"}]"#);
}

#[test]
fn unknown_tag_keeps_the_whole_object() {
    for text in [
        r#"{"a":1,"b":{"c":[2]},"type":"new","z":null}"#,
        r#"{"a":1,"type":5}"#,
        r#"{"a":1}"#,
        "{}",
        r#"{"a":1,"type":null}"#,
    ] {
        let Item::Unknown(value) = survives::<Item>(text) else { panic!("{text}") };
        assert_eq!(value, serde_json::from_str::<Value>(text).unwrap());
    }
}

#[test]
fn nested_unions_round_trip() {
    for text in [
        r#"{"kind":"circle","radius":1.5,"type":"shape"}"#,
        r#"{"type":"shape","radius":1.5,"kind":"circle"}"#,
        r#"{"radius":1.5,"type":"shape","kind":"circle"}"#,
    ] {
        let item: Item = read(text);
        assert_eq!(item, Item::Shape(Shape::Circle(Circle { radius: 1.5 })), "{text}");
        assert_eq!(serde_json::to_value(&item).unwrap(), serde_json::from_str::<Value>(text).unwrap());
    }
    assert!(matches!(read::<Item>(r#"{"kind":"square","type":"shape"}"#), Item::Shape(Shape::Unknown(_))));
    assert_eq!(
        survives::<Item>(r#"{"type":"same","data":[3]}"#),
        Item::Same(Same::Tagged(Tagged { kind: "same".into(), data: Some(vec![3]) }))
    );
    assert!(matches!(read::<Item>(r#"{"data":[3],"type":"same"}"#), Item::Same(Same::Tagged(_))));
}

#[test]
fn tagged_object_error_contains_the_cause() {
    assert!(refused::<Item>("3").contains("expected an object (Item) with the tag `type`"));
    assert!(refused::<Item>(r#"{"type":"text"}"#).contains("missing field `text`"));
    assert!(refused::<Item>(r#"{"text":1,"type":"text"}"#).contains("property `text`: invalid type"));
}

#[derive(Clone, Debug, PartialEq, Object)]
pub struct Easy {
    pub role: String,
}

#[derive(Clone, Debug, PartialEq, Union)]
pub enum Content {
    #[shape(string("QUEEN", "drone"))]
    Mode(Kind),
    #[shape(string)]
    Text(String),
    #[shape(integer)]
    Whole(i64),
    #[shape(number)]
    Number(f64),
    #[shape(boolean)]
    Flag(bool),
    #[shape(array)]
    Numbers(Vec<i64>),
    #[shape(array)]
    Names(Vec<String>),
    #[shape(object, is("version", 2, true, "two"))]
    Versioned(Value),
    #[shape(object, has("text"), is("type", "text", "message"))]
    Text2(Text),
    #[shape(object, has("role"))]
    Easy(Easy),
    Unknown(Value),
}

#[test]
fn most_specific_shape_test_wins() {
    let rows = [
        (json!("drone"), Content::Mode(Kind::Drone)),
        (json!("hum"), Content::Text("hum".into())),
        (json!(3), Content::Whole(3)),
        (json!(3.5), Content::Number(3.5)),
        (json!(false), Content::Flag(false)),
        (json!([1]), Content::Numbers(vec![1])),
        (json!(["a"]), Content::Names(vec!["a".into()])),
        (json!({"version": 2}), Content::Versioned(json!({"version": 2}))),
        (json!({"version": true}), Content::Versioned(json!({"version": true}))),
        (json!({"version": "two"}), Content::Versioned(json!({"version": "two"}))),
        (json!({"role": "r"}), Content::Easy(Easy { role: "r".into() })),
        (json!({"type": "text", "text": "t"}), Content::Text2(Text { text: "t".into() })),
        (json!({"type": "other", "text": "t"}), Content::Unknown(json!({"type": "other", "text": "t"}))),
        (json!({"version": 3}), Content::Unknown(json!({"version": 3}))),
        (json!(null), Content::Unknown(Value::Null)),
    ];
    for (value, expected) in rows {
        let content = Content::deserialize(value.clone()).unwrap();
        assert_eq!(content, expected);
        assert_eq!(serde_json::to_value(&content).unwrap(), value);
    }
    // Both rows match, but the first one cannot be decoded.
    assert_eq!(read::<Content>(r#"{"type":"text","text":5,"role":"r"}"#), Content::Easy(Easy { role: "r".into() }));
    // Too large for the first row.
    assert_eq!(read::<Content>("18446744073709551615"), Content::Number(18_446_744_073_709_551_615.0));
}

#[test]
fn first_error_is_reported_if_no_variant_decodes() {
    assert!(refused::<Content>(r#"["a",1]"#).contains("expected i64"));
    assert!(refused::<Content>(r#"{"role":1}"#).contains("expected a string"));
}

#[test]
fn maybe_distinguishes_absent_null_and_value() {
    assert_eq!(serde_json::from_str::<Vec<Maybe<i64>>>("[1,null]").unwrap(), [Maybe::Value(1), Maybe::Null]);
    assert_eq!(Maybe::<i64>::from(Some(2)).map(|value| value + 1), Maybe::Value(3));
    assert_eq!(Maybe::<i64>::Absent.as_ref().into_option(), None);
}
