//! `Object` and `Newtype`: reading, writing, and the methods for callers.

// The output of the derives causes no warnings in a program, used or not.
#![deny(warnings, clippy::all, clippy::pedantic)]
#![allow(unused_qualifications, reason = "the spelling of a type is what is tested")]

use std::collections::BTreeMap;

use apiarist_runtime::{Maybe, Newtype, Object, StringEnum, Union, Value};
use serde_json::{from_str, from_value, json, to_string};

mod types {
    use super::{BTreeMap, Maybe, Object, StringEnum, Union, Value};

    type Tags = Vec<String>;

    /// A bee whose fields have the names of all local variables of the expansion.
    #[derive(Clone, Debug, PartialEq, Object)]
    #[object(new, is("object", "bee"), is("version", -1), is("gone", null), is("ratio", 0.5), is("alive", true))]
    pub struct Bee {
        pub name: String,
        #[wire("type")]
        pub members: Option<String>,
        pub r#move: Option<i64>,
        #[wire(nullable)]
        pub value: Option<String>,
        #[wire(keep_null)]
        pub field: Option<Value>,
        pub error: Maybe<String>,
        #[wire("hiveId", write_only)]
        pub missing: Option<String>,
        #[wire(write_only)]
        pub member: Maybe<i64>,
        #[wire(setter = "set_tags")]
        pub tags: Option<Tags>,
        pub names: Option<Vec<String>>,
        pub queen: Option<Box<Bee>>,
        pub child: ::std::option::Option<std::boxed::Box<Bee>>,
        /// The number of its flights.
        pub add: std::option::Option<i64>,
        #[wire(rest)]
        pub rest: BTreeMap<String, Value>,
    }

    #[derive(Clone, Debug, Default, PartialEq, Object)]
    #[object(new)]
    pub struct Filter {
        pub limit: Option<i64>,
    }

    #[derive(Clone, Debug, PartialEq, Object)]
    pub struct Empty {}

    /// A type that is used only in responses.
    #[derive(Clone, Debug, PartialEq, Object)]
    #[non_exhaustive]
    pub struct Seen {
        pub mood: Mood,
        pub what: Subject,
        pub count: Option<i64>,
        pub moods: Option<Vec<Mood>>,
    }

    #[derive(Clone, Debug, PartialEq, Eq, Hash, StringEnum)]
    pub enum Mood {
        #[wire("calm")]
        Calm,
        Unknown(String),
    }

    #[derive(Clone, Debug, PartialEq, Union)]
    pub enum Subject {
        #[shape(string)]
        Text(String),
        #[shape(object)]
        Bee(Box<Bee>),
        Unknown(Value),
    }

    /// A type whose methods are not called, one of which has a name that triggers a lint.
    #[derive(Clone, Debug, PartialEq, Object)]
    #[object(new)]
    pub struct Quiet {
        pub name: String,
        #[deprecated]
        pub not: Option<bool>,
        pub to_size: Option<i64>,
    }
}
use types::{Bee, Empty, Filter, Mood, Quiet, Seen};

// Names that the expansion also uses for type parameters.
#[derive(Clone, Debug, PartialEq, Object)]
struct D {
    x: i64,
}

#[derive(Clone, Debug, PartialEq, Object)]
struct S {
    d: D,
}

#[derive(Clone, Debug, PartialEq, Newtype)]
struct A(D);

/// A tree of names.
#[derive(Clone, Debug, PartialEq, Newtype)]
pub struct Tree(pub BTreeMap<String, Tree>);

const HEAD: &str = r#""object":"bee","version":-1,"gone":null,"ratio":0.5,"alive":true"#;

fn bee() -> Bee {
    Bee::new("Maja", None, "h1", Some(3))
}

#[test]
fn new_takes_required_fields_and_constants_are_written_first() {
    let text = format!(r#"{{{HEAD},"name":"Maja","value":null,"hiveId":"h1","member":3}}"#);
    assert_eq!(to_string(&bee()).unwrap(), text);
    assert_eq!(from_str::<Bee>(&text).unwrap(), bee());
    let nothing = Bee::new(String::from("Maja"), None, "h1", None);
    assert!(to_string(&nothing).unwrap().ends_with(r#""member":null}"#));
}

#[test]
fn setters_accept_conversions_to_the_field_type() {
    let full = bee()
        .members("worker")
        .r#move(7)
        .field(Value::Null)
        .error("lost")
        .set_tags(["a".to_owned()])
        .names(["b", "c"])
        .queen(bee())
        .child(bee())
        .add(1);
    let Value::Object(written) = serde_json::to_value(&full).unwrap() else { panic!("an object") };
    assert_eq!(written["type"], "worker");
    assert_eq!(written["move"], 7);
    assert_eq!(written["field"], Value::Null);
    assert_eq!(written["error"], "lost");
    assert_eq!(written["tags"], json!(["a"]));
    assert_eq!(written["names"], json!(["b", "c"]));
    assert_eq!(written["queen"]["name"], "Maja");
    assert_eq!(from_value::<Bee>(written.into()).unwrap(), full);
}

#[test]
fn null_setter_sends_null_instead_of_omitting_the_property() {
    let written = serde_json::to_value(bee().error("lost").error_null()).unwrap();
    assert_eq!(written.get("error"), Some(&Value::Null));
    assert_eq!(serde_json::to_value(bee()).unwrap().get("error"), None);
}

#[test]
fn response_only_struct_has_constructors_in_tests() {
    let seen = Seen::new(Mood::from("calm"), "a bee").count(2).moods(["calm", "angry"]);
    assert_eq!(to_string(&seen).unwrap(), r#"{"mood":"calm","what":"a bee","count":2,"moods":["calm","angry"]}"#);
    assert_eq!(to_string(&Empty::new()).unwrap(), "{}");
}

#[test]
fn absent_and_null_follow_the_presence_of_the_field() {
    let absent: Bee = from_str(r#"{"name":"x"}"#).unwrap();
    assert_eq!((&absent.value, &absent.field, &absent.error), (&None, &None, &Maybe::Absent));
    assert_eq!((&absent.missing, &absent.member), (&None, &Maybe::Absent));
    let null: Bee =
        from_str(r#"{"name":"x","value":null,"field":null,"error":null,"hiveId":null,"member":null,"add":null}"#)
            .unwrap();
    assert_eq!((&null.value, &null.field, &null.error), (&None, &Some(Value::Null), &Maybe::Null));
    assert_eq!((&null.missing, &null.member, &null.add), (&None, &Maybe::Null, &None));
    let error = from_str::<Bee>("{}").unwrap_err().to_string();
    assert!(error.starts_with("missing field `name`"), "{error}");
    let error = from_str::<Bee>("7").unwrap_err().to_string();
    assert!(error.contains("expected an object (Bee)"), "{error}");
}

#[test]
fn rest_keeps_other_properties_except_constants() {
    let bee: Bee = from_str(r#"{"name":"x","object":"wasp","age":3}"#).unwrap();
    assert_eq!(bee.rest, BTreeMap::from([("age".to_owned(), json!(3))]));
    assert_eq!(to_string(&bee).unwrap(), format!(r#"{{{HEAD},"name":"x","value":null,"age":3}}"#));
}

#[test]
fn new_without_required_fields_equals_default() {
    assert_eq!(Filter::new(), Filter::default());
    assert_eq!(to_string(&Filter::new().limit(3)).unwrap(), r#"{"limit":3}"#);
    assert_eq!(to_string(&from_str::<Empty>(r#"{"x":1}"#).unwrap()).unwrap(), "{}");
}

#[test]
fn unused_methods_cause_no_warnings() {
    let text = r#"{"name":"x","not":true,"to_size":1}"#;
    assert_eq!(to_string(&from_str::<Quiet>(text).unwrap()).unwrap(), text);
}

#[test]
fn types_can_share_names_with_type_parameters() {
    assert_eq!(from_str::<S>(r#"{"d":{"x":1.0}}"#).unwrap(), S { d: D { x: 1 } });
    assert_eq!(from_str::<A>(r#"{"x":1}"#).unwrap(), A(D { x: 1 }));
}

#[test]
fn newtype_is_serialized_as_its_value() {
    let tree: Tree = from_str(r#"{"left":{"leaf":{}}}"#).unwrap();
    assert_eq!(tree.len(), 1);
    assert_eq!(Tree::from(tree.0.clone()), tree);
    assert_eq!(to_string(&tree).unwrap(), r#"{"left":{"leaf":{}}}"#);
}
