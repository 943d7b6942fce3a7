//! Tests the cost of decoding nested unions whose variants have similar shapes: the number of visits of each node is
//! bounded, and the selected variant keeps the whole value.

use std::collections::BTreeMap;
use std::fmt::Debug;

use apiarist_runtime::tables::trial::visited;
use apiarist_runtime::{Object, TaggedUnion, Union, Value};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::json;

use super::recursive_union::Node;

/// Decodes a value, asserts that nothing is lost, and returns the average number of visits of its nodes.
fn visits<T: DeserializeOwned + Serialize + Debug>(value: Value) -> usize {
    let nodes = nodes(&value);
    let before = visited();
    let decoded = T::deserialize(&value).unwrap();
    let visits = visited() - before;
    assert_eq!(serde_json::to_value(&decoded).unwrap(), value);
    assert!(!format!("{decoded:?}").is_empty());
    visits / nodes
}

fn nodes(value: &Value) -> usize {
    match value {
        Value::Array(elements) => 1 + elements.iter().map(nodes).sum::<usize>(),
        Value::Object(properties) => 1 + properties.values().map(nodes).sum::<usize>(),
        _ => 1,
    }
}

/// Wraps a value this many times. A `Value` may sort its properties, so each case uses names in sorted order.
fn nested(depth: usize, innermost: Value, wrap: impl Fn(usize, Value) -> Value) -> Value {
    (0..depth).fold(innermost, |value, level| wrap(level, value))
}

/// Asserts that the number of visits of each node does not grow with the depth.
fn assert_linear<T: DeserializeOwned + Serialize + Debug>(most: usize, value: impl Fn(usize) -> Value) {
    for depth in [10, 30, 60, 120, 200] {
        let visits = visits::<T>(value(depth));
        assert!(visits <= most, "{visits} visits of each node at depth {depth}; at most {most} are allowed");
    }
}

#[test]
fn similar_recursive_variants_take_linear_visits() {
    assert_linear::<Node>(20, |depth| {
        nested(depth, json!({"weight": 1}), |_, left| json!({"label": "a", "left": left}))
    });
    assert_linear::<Node>(20, |depth| {
        nested(depth, json!({"value": 1}), |level, left| match level % 2 {
            0 => json!({"label": "a", "left": left}),
            _ => json!({"weight": 1, "left": left}),
        })
    });
    assert_linear::<Vec<Node>>(20, |depth| {
        let element = nested(3, json!({"weight": 1}), |_, left| json!({"label": "a", "left": left}));
        Value::Array(vec![element; depth * 5])
    });
}

#[test]
fn text_is_decoded_down_to_the_recursion_limit() {
    let text = |depth| nested(depth, json!({"weight": 1}), |_, left| json!({"label": "a", "left": left})).to_string();
    let node: Node = serde_json::from_str(&text(126)).unwrap();
    assert_eq!(serde_json::to_string(&node).unwrap().len(), text(126).len());
    assert!(serde_json::from_str::<Node>(&text(200)).unwrap_err().to_string().contains("recursion limit exceeded"));
}

#[derive(Clone, Debug, PartialEq, Object)]
pub struct Sum {
    pub terms: Option<Vec<Vec<Term>>>,
    pub unit: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Object)]
pub struct Table {
    pub terms: Option<Vec<Vec<Term>>>,
    pub rows: Option<BTreeMap<String, Option<Term>>>,
}

#[derive(Clone, Debug, PartialEq, Union)]
pub enum Term {
    #[shape(object)]
    Sum(Sum),
    #[shape(object)]
    Table(Table),
    Unknown(Value),
}

#[test]
fn variants_nested_in_arrays_and_maps_take_linear_visits() {
    assert_linear::<Term>(20, |depth| {
        nested(depth / 3, json!({"unit": "m"}), |level, term| match level % 3 {
            0 => json!({"terms": [[{"unit": "s"}, term], []]}),
            1 => json!({"terms": [[term]], "unit": "kg"}),
            _ => json!({"rows": {"a": term, "b": null}}),
        })
    });
}

#[derive(Clone, Debug, PartialEq, Object)]
pub struct Closed {
    pub inner: Option<Box<Outer>>,
    pub outcome: i64,
}

#[derive(Clone, Debug, PartialEq, Object)]
pub struct Open {
    pub inner: Option<Box<Outer>>,
    pub outcome: String,
}

#[derive(Clone, Debug, PartialEq, Object)]
pub struct Rest {
    pub inner: Option<Box<Inner>>,
    pub outcome: bool,
}

#[derive(Clone, Debug, PartialEq, Union)]
pub enum Inner {
    #[shape(object, has("outcome"))]
    Closed(Closed),
    #[shape(object, has("outcome"))]
    Open(Open),
    Unknown(Value),
}

#[derive(Clone, Debug, PartialEq, Union)]
pub enum Outer {
    #[shape(object, has("outcome"))]
    Rest(Rest),
    #[shape(object, has("outcome"))]
    Inner(Inner),
    Unknown(Value),
}

#[test]
fn nested_variants_that_fail_last_take_linear_visits() {
    assert_linear::<Outer>(40, |depth| {
        nested(depth, json!({"outcome": "last"}), |level, inner| match level % 3 {
            0 => json!({"inner": inner, "outcome": "text"}),
            1 => json!({"inner": inner, "outcome": 1}),
            _ => json!({"inner": inner, "outcome": level}),
        })
    });
}

#[test]
fn error_at_the_innermost_value_is_reported() {
    let wrong = nested(100, json!({"outcome": null}), |_, inner| json!({"inner": inner, "outcome": "text"}));
    let before = visited();
    let error = Outer::deserialize(&wrong).unwrap_err().to_string();
    assert!(error.contains("expected a boolean"), "{error}");
    assert!(visited() - before < nodes(&wrong) * 40);
}

#[derive(Clone, Debug, PartialEq, Object)]
pub struct Wide {
    pub inner: Option<Box<Loose>>,
    #[wire(rest)]
    pub extra: BTreeMap<String, Value>,
}

#[derive(Clone, Debug, PartialEq, Object)]
pub struct Narrow {
    pub inner: Option<Box<Loose>>,
    pub note: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Union)]
pub enum Loose {
    #[shape(object)]
    Narrow(Narrow),
    #[shape(object)]
    Wide(Wide),
    #[shape(any)]
    Any(Value),
    Unknown(Value),
}

#[test]
fn variants_with_any_values_take_linear_visits() {
    assert_linear::<Loose>(30, |depth| {
        nested(depth, json!({"note": "a"}), |level, inner| json!({"inner": inner, "more": {"deep": [level, [1, 2]]}}))
    });
    assert_linear::<Loose>(30, |depth| nested(depth, json!({"other": 1}), |_, other| json!({"other": other})));
}

#[derive(Clone, Debug, PartialEq, Object)]
#[object(is("op", "add"))]
pub struct Add {
    pub left: Box<Expression>,
    pub right: Box<Expression>,
}

#[derive(Clone, Debug, PartialEq, Object)]
#[object(is("op", "number"))]
pub struct Number {
    pub value: Node,
}

#[derive(Clone, Debug, PartialEq, TaggedUnion)]
#[union(tag = "op")]
pub enum Expression {
    #[wire("add")]
    Add(Add),
    #[wire("number")]
    Number(Number),
    Unknown(Value),
}

#[test]
fn object_before_its_tag_is_buffered_once() {
    let leaf = || json!({"value": {"label": "a", "left": {"weight": 1}}, "op": "number"});
    assert_linear::<Expression>(20, |depth| {
        nested(depth, leaf(), |_, left| json!({"left": left, "right": leaf(), "op": "add"}))
    });
}

#[derive(Clone, Debug, PartialEq, Object)]
pub struct Request {
    pub body: Option<Box<Message>>,
    pub head: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Object)]
pub struct Answer {
    pub body: Option<Box<Message>>,
    pub code: Option<i64>,
}

#[derive(Clone, Debug, PartialEq, Object)]
#[object(is("type", 1))]
pub struct Envelope {
    pub content: Box<Packet>,
}

#[derive(Clone, Debug, PartialEq, Union)]
pub enum Packet {
    #[shape(object)]
    Request(Request),
    #[shape(object)]
    Answer(Answer),
    Unknown(Value),
}

#[derive(Clone, Debug, PartialEq, TaggedUnion)]
#[union(tag = "type")]
pub enum Message {
    #[wire(1, 2)]
    Envelope(Envelope),
    Unknown(Value),
}

#[test]
fn mutually_recursive_unions_take_linear_visits() {
    assert_linear::<Packet>(30, |depth| {
        nested(depth / 2, json!({"code": 1}), |level, content| {
            let envelope = json!({"content": content, "type": 1});
            if level % 2 == 0 { json!({"body": envelope, "code": 7}) } else { json!({"body": envelope, "head": "h"}) }
        })
    });
}

/// Defines unions each of which contains the next, as a variant and as a property of two similar variants.
macro_rules! chain {
    ($union:ident $one:ident $other:ident) => {
        #[derive(Clone, Debug, PartialEq, Object)]
        pub struct $one {
            pub a: i64,
        }
        #[derive(Clone, Debug, PartialEq, Object)]
        pub struct $other {
            pub b: i64,
        }
        #[derive(Clone, Debug, PartialEq, Union)]
        pub enum $union {
            #[shape(object)]
            One($one),
            #[shape(object)]
            Other($other),
            Unknown(Value),
        }
    };
    ($union:ident $one:ident $other:ident $next:ident $($rest:ident)+) => {
        #[derive(Clone, Debug, PartialEq, Object)]
        pub struct $one {
            pub next: Box<$next>,
            pub a: Option<i64>,
        }
        #[derive(Clone, Debug, PartialEq, Object)]
        pub struct $other {
            pub next: Box<$next>,
            pub b: Option<i64>,
        }
        #[derive(Clone, Debug, PartialEq, Union)]
        pub enum $union {
            #[shape(object)]
            One($one),
            #[shape(object)]
            Next(Box<$next>),
            #[shape(object)]
            Other($other),
            Unknown(Value),
        }
        chain!($next $($rest)+);
    };
}
chain!(U0 A0 B0 U1 A1 B1 U2 A2 B2 U3 A3 B3 U4 A4 B4 U5 A5 B5 U6 A6 B6 U7 A7 B7 U8 A8 B8 U9 A9 B9 U10 A10 B10 U11 A11 B11
    U12 A12 B12 U13 A13 B13 U14 A14 B14 U15 A15 B15 U16 A16 B16 U17 A17 B17 U18 A18 B18 U19 A19 B19 U20 A20 B20 U21 A21 B21
    U22 A22 B22 U23 A23 B23 U24 A24 B24 U25 A25 B25 U26 A26 B26 U27 A27 B27 U28 A28 B28 U29 A29 B29);

#[test]
fn chained_unions_take_linear_visits_each() {
    let value = |levels| nested(levels, json!({"b": 1}), |_, next| json!({"next": next, "b": 2}));
    for levels in [5, 15, 29] {
        let visits = visits::<U0>(value(levels));
        assert!(visits <= 30 * 12, "{visits} visits of each node, {levels} levels");
    }
}

#[derive(Clone, Debug, PartialEq, Object)]
pub struct Plain {
    pub left: Option<Box<Plain>>,
}

#[derive(Clone, Debug, PartialEq, Object)]
pub struct Either {
    pub left: Option<Plain>,
    pub a: Option<i64>,
}

#[derive(Clone, Debug, PartialEq, Object)]
pub struct Or {
    pub left: Option<Box<Rival>>,
    pub b: Option<i64>,
}

#[derive(Clone, Debug, PartialEq, Union)]
pub enum Rival {
    #[shape(object)]
    Either(Either),
    #[shape(object)]
    Or(Or),
    Unknown(Value),
}

#[test]
fn recursive_type_competing_with_a_union_has_a_budget() {
    assert_linear::<Rival>(600, |depth| {
        nested(depth, json!({"a": 1}), |level, left| json!({"left": left, "b": level}))
    });
}
