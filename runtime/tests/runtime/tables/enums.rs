//! `StringEnum`, `IntegerEnum`, `TaggedUnion` and `Union`: reading, writing, conversions.

// The output of the derives causes no warnings in a program, used or not.
#![deny(warnings, clippy::all, clippy::pedantic)]

use apiarist_runtime::{IntegerEnum, Object, StringEnum, TaggedUnion, Union, Value};
use serde_json::{from_str, json, to_string};

#[derive(Clone, Debug, PartialEq, Eq, Hash, StringEnum)]
enum Order {
    #[wire("asc")]
    Asc,
    #[wire(r"de\sc")]
    Desc,
    Unknown(String),
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, IntegerEnum)]
enum Level {
    #[wire(-1)]
    Low,
    #[wire(1)]
    High,
    Unknown(i64),
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, IntegerEnum)]
enum Size {
    #[wire(18446744073709551615)]
    Largest,
    Unknown(u64),
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, IntegerEnum)]
enum Code {
    #[wire(-1)]
    Negative,
    #[wire(18446744073709551615)]
    Largest,
    Unknown(i128),
}

#[test]
fn string_enum_keeps_unknown_values() {
    let orders: Vec<Order> = from_str(r#"["asc","de\\sc","random"]"#).unwrap();
    assert_eq!(orders, [Order::Asc, Order::Desc, Order::Unknown("random".into())]);
    assert_eq!(to_string(&orders).unwrap(), r#"["asc","de\\sc","random"]"#);
    assert_eq!((Order::from("asc"), "asc".parse()), (Order::Asc, Ok(Order::Asc)));
    assert_eq!(Order::from(String::from("x")).as_ref(), "x");
    assert_eq!(format!("{:>5}", Order::Asc), "  asc");
    assert!(from_str::<Order>("1").is_err());
}

/// Returns the JSON of an enum's variants and of a struct with this naming rule, written by the derives and by `serde`.
macro_rules! written_by_rule {
    ($rule:literal) => {{
        #[derive(Clone, StringEnum)]
        #[string_enum(rename_all = $rule)]
        enum Status {
            NotStarted,
            InUse2,
            Lost,
            Unknown(String),
        }

        #[derive(Object)]
        #[object(rename_all = $rule)]
        struct Hive {
            id: i64,
            queen_id_2: i64,
            r#type: i64,
        }

        #[derive(serde::Serialize)]
        #[serde(rename_all = $rule)]
        enum StatusOfSerde {
            NotStarted,
            InUse2,
            Lost,
        }

        #[derive(serde::Serialize)]
        #[serde(rename_all = $rule)]
        struct HiveOfSerde {
            id: i64,
            queen_id_2: i64,
            r#type: i64,
        }

        let (id, queen_id_2, r#type) = (1, 2, 3);
        let all = [StatusOfSerde::NotStarted, StatusOfSerde::InUse2, StatusOfSerde::Lost];
        let ours = (to_string(Status::VARIANTS).unwrap(), to_string(&Hive { id, queen_id_2, r#type }).unwrap());
        (ours, (to_string(&all).unwrap(), to_string(&HiveOfSerde { id, queen_id_2, r#type }).unwrap()))
    }};
}

#[test]
fn naming_rules_agree_with_serde() {
    for (ours, expected) in [
        written_by_rule!("PascalCase"),
        written_by_rule!("camelCase"),
        written_by_rule!("snake_case"),
        written_by_rule!("SCREAMING_SNAKE_CASE"),
        written_by_rule!("kebab-case"),
        written_by_rule!("SCREAMING-KEBAB-CASE"),
    ] {
        assert_eq!(ours, expected);
    }
}

#[test]
fn integer_enum_keeps_unknown_values_exactly() {
    let levels: Vec<Level> = from_str("[-1,1.0,7]").unwrap();
    assert_eq!(levels, [Level::Low, Level::High, Level::Unknown(7)]);
    let codes: Vec<Code> = from_str("[-1,18446744073709551615,18446744073709551616,-1.0]").unwrap();
    assert_eq!(codes, [Code::Negative, Code::Largest, Code::Unknown(1 << 64), Code::Negative]);
    assert_eq!(to_string(&codes).unwrap(), "[-1,18446744073709551615,18446744073709551616,-1]");
    assert_eq!(from_str::<Size>("18446744073709551615").unwrap().as_u64(), u64::MAX);
    assert_eq!((Code::Largest.to_string(), Level::Low.as_i64()), ("18446744073709551615".to_owned(), -1));
    assert_eq!((Size::from(1), Size::from(u64::MAX)), (Size::Unknown(1), Size::Largest));
}

#[derive(Clone, Debug, PartialEq, Object)]
#[object(new, is("type", "message"))]
struct Message {
    text: String,
}

#[derive(Clone, Debug, PartialEq, Object)]
struct Pause {
    #[wire("type")]
    kind: Option<String>,
    seconds: Option<i64>,
}

#[derive(Clone, Debug, PartialEq, Object)]
struct Other {
    value: Option<i64>,
}

// Names that the expansion also uses for type parameters and imports.
#[derive(Clone, Debug, PartialEq, TaggedUnion)]
#[union(tag = "type")]
enum S {
    #[wire("message", "chat_message")]
    Message(Message),
    #[wire("break", "pause", adds_tag = "pause")]
    Pause(Pause),
    #[wire(7, true, adds_tag)]
    Number(Box<Other>),
    #[wire("first")]
    #[union(no_from)]
    First(First),
    #[wire(default)]
    Rest(Rest),
    Unknown(Value),
}

type First = Other;
type Rest = std::collections::BTreeMap<String, Value>;

#[derive(Clone, Debug, PartialEq, TaggedUnion)]
#[union(tag = "kind")]
enum Closed {
    #[wire("other", adds_tag)]
    Other(Other),
    NeverRead(Pause),
    Unknown(Value),
}

#[test]
fn tag_selects_its_variant() {
    let message: S = from_str(r#"{"text":"hum","type":"chat_message"}"#).unwrap();
    assert_eq!(message, S::from(Message::new("hum")));
    assert_eq!(to_string(&message).unwrap(), r#"{"type":"message","text":"hum"}"#);
    let number: S = from_str(r#"{"value":1,"type":true}"#).unwrap();
    assert_eq!(number, Other { value: Some(1) }.into());
    assert_eq!(to_string(&number).unwrap(), r#"{"type":7,"value":1}"#);
    assert_eq!(from_str::<S>(r#"{"type":"first"}"#).unwrap(), S::First(Other { value: None }));
    let other: S = from_str(r#"{"type":"new","a":1}"#).unwrap();
    assert!(matches!(&other, S::Rest(rest) if rest["a"] == 1), "{other:?}");
}

#[test]
fn union_adds_a_tag_that_its_variant_lacks() {
    let pause = |kind: Option<&str>| S::Pause(Pause { kind: kind.map(Into::into), seconds: None });
    assert_eq!(to_string(&pause(None)).unwrap(), r#"{"type":"pause"}"#);
    assert_eq!(to_string(&pause(Some("break"))).unwrap(), r#"{"type":"break"}"#);
    assert_eq!(to_string(&pause(Some("message"))).unwrap(), r#"{"type":"pause"}"#);
}

#[test]
fn unknown_tag_is_kept_and_non_objects_are_rejected() {
    let unknown: Closed = from_str(r#"{"kind":"new","a":[1]}"#).unwrap();
    assert_eq!(unknown, Closed::Unknown(json!({"kind": "new", "a": [1]})));
    assert_eq!(from_str::<Closed>("{}").unwrap(), Closed::Unknown(json!({})));
    let error = from_str::<Closed>("1").unwrap_err().to_string();
    assert!(error.contains("expected an object (Closed) with the tag `kind`"), "{error}");
    let written = Closed::NeverRead(Pause { kind: None, seconds: Some(1) });
    assert_eq!(to_string(&written).unwrap(), r#"{"seconds":1}"#);
}

#[derive(Clone, Debug, PartialEq, Union)]
enum D {
    #[shape(object, has("id", "name"), is("type", "file", 7, true, 0.5), is_or_absent("role", "user"))]
    #[shape(object, starts("id", "file-"))]
    File(std::collections::BTreeMap<String, String>),
    #[shape(object)]
    Message(Message),
    #[shape(string("auto", "none"))]
    Word(Order),
    #[shape(string)]
    Text(String),
    #[shape(integer(1, -2))]
    Level(Level),
    #[shape(number(0.5))]
    #[shape(number)]
    Number(f64),
    #[shape(boolean)]
    Flag(bool),
    #[shape(array)]
    Many(Vec<D>),
    NeverRead(Box<D>),
    Unknown(Value),
}

#[derive(Clone, Debug, PartialEq, Union)]
enum Anything {
    #[shape(any)]
    Any(Value),
    Unknown(Value),
}

#[test]
fn shape_selects_its_variant() {
    let value = r#"[{"id":"file-1"},{"text":"x","type":"message"},"auto","x",1,0.5,true,[],null]"#;
    let D::Many(all) = from_str::<D>(value).unwrap() else { panic!("an array") };
    assert!(matches!(&all[0], D::File(file) if file["id"] == "file-1"));
    assert_eq!(all[1], Message::new("x").into());
    assert_eq!((&all[2], &all[3]), (&D::Word(Order::from("auto")), &D::from("x".to_owned())));
    assert_eq!((&all[4], &all[5], &all[6]), (&D::Level(Level::High), &0.5.into(), &true.into()));
    assert_eq!((&all[7], &all[8]), (&D::Many(Vec::new()), &D::Unknown(Value::Null)));
    let typed: D = from_str(r#"{"id":"1","name":"n","type":"file","role":"user"}"#).unwrap();
    assert!(matches!(typed, D::File(_)), "{typed:?}");
    assert_eq!(from_str::<Anything>("1").unwrap(), Anything::Any(json!(1)));
}

#[derive(Clone, Debug, PartialEq, Union)]
enum Choice {
    #[shape(string("auto"))]
    Order(Box<Order>),
    #[shape(object)]
    Message(Message),
    Unknown(Value),
}

#[derive(Clone, Debug, PartialEq, Union)]
enum Moment {
    #[shape(string)]
    Time(apiarist_runtime::DateTime),
    #[shape(integer)]
    Seconds(i64),
    Unknown(Value),
}

#[test]
fn string_converts_to_the_string_variant() {
    assert_eq!(D::from("auto"), D::Text("auto".into()));
    assert_eq!(Choice::from("auto"), Choice::Order(Box::new(Order::from("auto"))));
    assert_eq!(Choice::from(Order::from("x")), Choice::Order(Box::new(Order::from("x"))));
    // A string whose values are checked does not convert, but its variant still does.
    assert_eq!(
        Moment::from(apiarist_runtime::DateTime::from_text("x")),
        Moment::Time(apiarist_runtime::DateTime::from_text("x"))
    );
    assert_eq!(Moment::from(7), Moment::Seconds(7));
}
