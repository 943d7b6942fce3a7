//! Tests derived types in formats other than JSON: postcard, which is not self-describing and requires the length of a
//! map before its entries, and MessagePack, which is self-describing.

use std::{collections::BTreeMap, fmt::Debug};

use apiarist_runtime::{
    Base64, DateTime, IntegerEnum, Maybe, Newtype, Object, StringEnum, TaggedUnion, Union, Uuid, Value,
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::json;

/// An object with every kind of field that is supported by formats that are not self-describing.
#[derive(Clone, Debug, PartialEq, Object)]
#[object(is("object", "hive"), is("version", -1), is("gone", null), is("ratio", 0.5), is("alive", true), is("count", 3000000000), is("limit", 18446744073709551615u64))]
struct Hive {
    name: String,
    weight: f64,
    #[wire(nullable)]
    height: Option<f64>,
    frames: Option<i64>,
    queen: Maybe<String>,
    #[wire(write_only)]
    code: Option<String>,
    #[wire(write_only)]
    pin: Maybe<i64>,
    number: Option<i128>,
    color: Option<Color>,
    size: Option<Size>,
    names: Option<Vec<Name>>,
    pair: Option<(i64, f64)>,
    counts: Option<BTreeMap<String, Option<u64>>>,
    next: Option<Box<Hive>>,
    built_at: Option<DateTime>,
    id: Option<Uuid>,
    photo: Option<Base64>,
    #[wire(rest)]
    rest: BTreeMap<String, String>,
}

#[derive(Clone, Debug, PartialEq, Newtype)]
struct Name(String);

#[derive(Clone, Debug, PartialEq, StringEnum)]
enum Color {
    #[wire("red")]
    Red,
    Unknown(String),
}

#[derive(Clone, Debug, PartialEq, IntegerEnum)]
enum Size {
    #[wire(1)]
    Small,
    Unknown(i64),
}

#[derive(Clone, Debug, PartialEq, Object)]
struct Flight {
    distance: f64,
    count: Option<i64>,
}

#[derive(Clone, Debug, PartialEq, Object)]
struct Wide {
    number: i128,
}

#[derive(Clone, Debug, PartialEq, TaggedUnion)]
#[union(tag = "type")]
enum Event {
    #[wire("flight", adds_tag)]
    Flight(Flight),
    #[wire("wide", adds_tag)]
    Wide(Wide),
    Unknown(Value),
}

#[derive(Clone, Debug, PartialEq, Union)]
enum Either {
    #[shape(integer)]
    Integer(i64),
    #[shape(object, has("distance"))]
    Flight(Flight),
    #[shape(array)]
    Many(Vec<Event>),
    Unknown(Value),
}

fn empty_hive() -> Hive {
    Hive {
        name: "Maja".to_owned(),
        weight: 12.0,
        height: None,
        frames: None,
        queen: Maybe::Absent,
        code: None,
        pin: Maybe::Absent,
        number: None,
        color: None,
        size: None,
        names: None,
        pair: None,
        counts: None,
        next: None,
        built_at: None,
        id: None,
        photo: None,
        rest: BTreeMap::new(),
    }
}

fn full_hive() -> Hive {
    Hive {
        height: Some(-0.5),
        frames: Some(-7),
        queen: Maybe::Null,
        code: Some("c".to_owned()),
        pin: Maybe::Value(3),
        number: Some(i128::MIN),
        color: Some(Color::Red),
        size: Some(Size::Unknown(9)),
        names: Some(vec![Name("a".to_owned()), Name(String::new())]),
        pair: Some((1, 2.0)),
        counts: Some(BTreeMap::from([("x".to_owned(), Some(u64::MAX)), ("y".to_owned(), None)])),
        next: Some(Box::new(empty_hive())),
        built_at: "2025-01-02T03:04:05Z".parse().ok(),
        id: "b0e9fb6d-6b7a-4ee3-a3d4-4b30b0a3a0c2".parse().ok(),
        photo: Some(b"hive".as_slice().into()),
        rest: BTreeMap::from([("a".to_owned(), "1".to_owned()), ("b".to_owned(), "2".to_owned())]),
        ..empty_hive()
    }
}

/// Writes and reads a value and the one after it, because a wrong length would shift the rest.
fn postcard_holds<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let bytes = postcard::to_stdvec(&(value, "end")).unwrap();
    let read: (T, String) = postcard::from_bytes(&bytes).unwrap();
    assert_eq!((&read.0, read.1.as_str()), (value, "end"));
}

fn message_pack_holds<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let bytes = rmp_serde::to_vec(&(value, "end")).unwrap();
    let read: (T, String) = rmp_serde::from_slice(&bytes).unwrap();
    assert_eq!((&read.0, read.1.as_str()), (value, "end"));
}

#[test]
fn object_announces_its_number_of_properties() {
    for hive in [empty_hive(), full_hive()] {
        postcard_holds(&hive);
        postcard_holds(&vec![hive.clone(), hive.clone()]);
        message_pack_holds(&hive);
    }
}

#[test]
fn each_optional_property_is_counted_only_when_written() {
    let full = full_hive();
    let alone = [
        Hive { height: full.height, ..empty_hive() },
        Hive { frames: full.frames, ..empty_hive() },
        Hive { queen: Maybe::Null, ..empty_hive() },
        Hive { queen: Maybe::Value("q".to_owned()), ..empty_hive() },
        Hive { code: full.code, ..empty_hive() },
        Hive { pin: full.pin, ..empty_hive() },
        Hive { next: full.next, ..empty_hive() },
        Hive { rest: full.rest, ..empty_hive() },
    ];
    alone.iter().for_each(postcard_holds);
}

#[test]
fn numbers_keep_their_type_in_typed_formats() {
    for weight in [1.0, -0.0, 1e300, f64::INFINITY] {
        postcard_holds(&Hive { weight, ..empty_hive() });
        message_pack_holds(&Hive { weight, ..empty_hive() });
    }
    for number in [0, -1, 1 << 64, i128::MAX, i128::MIN] {
        postcard_holds(&Wide { number });
        message_pack_holds(&Wide { number });
        message_pack_holds(&Event::Wide(Wide { number }));
    }
}

#[test]
fn unions_and_any_values_require_a_self_describing_format() {
    let flight = Flight { distance: 2.0, count: Some(3) };
    let events = [Event::Flight(flight.clone()), Event::Unknown(json!({"type": "rest", "x": [1, null, 0.5]}))];
    events.iter().for_each(message_pack_holds);
    let either =
        [Either::Integer(3), Either::Flight(flight), Either::Many(events.to_vec()), Either::Unknown(json!("x"))];
    either.iter().for_each(message_pack_holds);
    // They can be written, but not read.
    let bytes = postcard::to_stdvec(&either[1]).unwrap();
    assert_eq!(postcard::from_bytes::<Either>(&bytes), Err(postcard::Error::WontImplement));
}
