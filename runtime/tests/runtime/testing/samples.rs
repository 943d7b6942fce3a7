//! Tests that every kind of type has a sample that can be written and read.

use std::collections::BTreeMap;

use apiarist_runtime::{
    Base64, Date, DateTime, IntegerEnum, Maybe, Newtype, Object, OpaqueBox, StringEnum, TaggedUnion, Union, Uuid,
    Value, testing::sample,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::json;

#[derive(Clone, Debug, PartialEq, StringEnum)]
pub enum Role {
    #[wire("queen")]
    Queen,
    #[wire("worker")]
    Worker,
    Unknown(String),
}

#[derive(Clone, Copy, Debug, PartialEq, IntegerEnum)]
pub enum Level {
    #[wire(3)]
    Low,
    #[wire(4)]
    High,
    Unknown(i64),
}

#[derive(Clone, Debug, PartialEq, Newtype)]
pub struct Name(String);

#[derive(Clone, Debug, PartialEq, Object)]
#[object(new)]
pub struct Everything {
    pub name: Name,
    pub role: Role,
    pub level: Level,
    pub born: DateTime,
    pub day: Date,
    pub id: Uuid,
    pub photo: Base64,
    pub weight: f64,
    pub large: i128,
    pub small: u8,
    pub is_tame: bool,
    pub any: Value,
    pub roles: Vec<Role>,
    pub by_name: BTreeMap<String, Role>,
    pub note: Option<String>,
    pub home: Maybe<String>,
    pub nested: Nested,
    pub opaque: OpaqueBox<Nested>,
}

#[derive(Clone, Debug, PartialEq, Object)]
#[object(new, is("kind", "nested"))]
pub struct Nested {
    pub choice: Box<Tree>,
    #[wire("a-b")]
    pub renamed: String,
}

/// The first variant requires the union itself.
#[derive(Clone, Debug, PartialEq, TaggedUnion)]
#[union(tag = "type")]
pub enum Tree {
    #[wire("fork")]
    Fork(Box<Fork>),
    #[wire("leaf")]
    Leaf(Leaf),
    Unknown(Value),
}

#[derive(Clone, Debug, PartialEq, Object)]
pub struct Fork {
    pub left: Tree,
}

#[derive(Clone, Debug, PartialEq, Object)]
#[object(is("type", "leaf"))]
pub struct Leaf {
    pub size: Amount,
}

#[derive(Clone, Debug, PartialEq, Union)]
pub enum Amount {
    #[shape(integer)]
    Number(i64),
    #[shape(string)]
    Words(String),
    Unknown(Value),
}

fn is_preserved<T: DeserializeOwned + Serialize + PartialEq + std::fmt::Debug>() -> Value {
    let value: T = sample();
    let written = serde_json::to_value(&value).unwrap();
    assert_eq!(serde_json::from_value::<T>(written.clone()).unwrap(), value);
    assert_eq!(sample::<T>(), value, "a sample is always the same");
    written
}

#[test]
fn every_kind_of_type_has_a_sample() {
    let nested = json!({"kind": "nested", "a-b": "a-b", "choice": {"type": "leaf", "size": 0}});
    let expected = json!({
        "name": "name", "role": "queen", "level": 3, "born": "2024-01-31T12:00:00Z", "day": "2024-01-31",
        "id": "67e55044-10b1-426f-9247-bb680e5fe0c8", "photo": "c2FtcGxl", "weight": 0, "large": 0, "small": 0,
        "is_tame": false, "any": null, "roles": [], "by_name": {}, "nested": nested, "opaque": nested,
    });
    assert_eq!(is_preserved::<Everything>(), expected);
    assert_eq!(is_preserved::<Tree>(), json!({"type": "leaf", "size": 0}));
    assert_eq!(is_preserved::<Amount>(), json!(0));
    assert_eq!(is_preserved::<Vec<Everything>>(), json!([]));
    assert_eq!(is_preserved::<(Role, String, Option<Role>)>(), json!(["queen", "text", null]));
}

#[test]
fn types_of_the_program_are_tried_with_other_texts() {
    #[derive(Debug, Deserialize, PartialEq, Serialize)]
    enum Plain {
        First,
        Second,
    }
    #[derive(Debug, Deserialize, PartialEq, Serialize)]
    struct Own {
        address: std::net::IpAddr,
        plain: Plain,
        letter: char,
        pair: (u8, bool),
    }
    let written = is_preserved::<Own>();
    assert_eq!(written, json!({"address": "192.0.2.1", "plain": "First", "letter": "a", "pair": [0, false]}));
}

#[test]
#[should_panic(expected = "it requires itself")]
fn type_that_requires_itself_has_no_sample() {
    #[derive(Debug, Deserialize)]
    struct Endless {
        #[expect(dead_code, reason = "it is never created")]
        next: Box<Endless>,
    }
    let _: Endless = sample();
}

#[test]
fn enums_of_a_server_are_unchanged_after_a_sample() {
    let _: Role = sample();
    assert_eq!(serde_json::from_str::<Role>("\"worker\"").unwrap(), Role::Worker);
    assert_eq!(serde_json::from_str::<Date>("\"2030-01-01\"").unwrap().as_str(), "2030-01-01");
}
