//! The work of decoding unions: how often the nodes of a value are visited, however deep unions nest that shape alone does
//! not tell apart, and that the variant is still the one that keeps the whole value.
#![allow(missing_docs, clippy::unwrap_used)]

mod recursive_union;

use std::collections::BTreeMap;
use std::fmt::Debug;

use apiarist_runtime::tables::trial::visited;
use apiarist_runtime::{Value, object, tagged_union, union};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::json;

use recursive_union::Node;

/// Decodes a value, proves that nothing is lost, and returns how often each of its nodes was visited on average.
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

/// Wraps a value as often as wanted.
fn nested(depth: usize, innermost: Value, wrap: impl Fn(usize, Value) -> Value) -> Value {
    (0..depth).fold(innermost, |value, level| wrap(level, value))
}

/// Proves that the visits of each node do not grow with the depth.
fn assert_linear<T: DeserializeOwned + Serialize + Debug>(most: usize, value: impl Fn(usize) -> Value) {
    for depth in [10, 30, 60, 120, 200] {
        let visits = visits::<T>(value(depth));
        assert!(visits <= most, "{visits} visits of each node at depth {depth}; at most {most} are allowed");
    }
}

#[test]
fn recursive_members_that_look_alike_are_visited_a_few_times() {
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
fn a_text_is_read_down_to_the_limit_of_the_parser() {
    let text = |depth| nested(depth, json!({"weight": 1}), |_, left| json!({"label": "a", "left": left})).to_string();
    let node: Node = serde_json::from_str(&text(126)).unwrap();
    assert_eq!(serde_json::to_string(&node).unwrap().len(), text(126).len());
    assert!(serde_json::from_str::<Node>(&text(200)).unwrap_err().to_string().contains("recursion limit exceeded"));
}

object! {
    pub struct Sum {
        terms: optional(Vec<Vec<Term>>) = "terms",
        unit: optional(String) = "unit",
    }
}

object! {
    pub struct Table {
        terms: optional(Vec<Vec<Term>>) = "terms",
        rows: optional(BTreeMap<String, Option<Term>>) = "rows",
    }
}

union! {
    pub enum Term {
        Sum(Sum) = object(),
        Table(Table) = object(),
    }
}

#[test]
fn members_that_nest_through_arrays_and_maps_are_visited_a_few_times() {
    assert_linear::<Term>(20, |depth| {
        nested(depth / 3, json!({"unit": "m"}), |level, term| match level % 3 {
            0 => json!({"terms": [[{"unit": "s"}, term], []]}),
            1 => json!({"terms": [[term]], "unit": "kg"}),
            _ => json!({"rows": {"a": term, "b": null}}),
        })
    });
}

object! {
    pub struct Closed {
        inner: optional(Box<Outer>) = "inner",
        end: required(i64) = "end",
    }
}

object! {
    pub struct Open {
        inner: optional(Box<Outer>) = "inner",
        end: required(String) = "end",
    }
}

object! {
    pub struct Rest {
        inner: optional(Box<Inner>) = "inner",
        end: required(bool) = "end",
    }
}

union! {
    pub enum Inner {
        Closed(Closed) = object("end"),
        Open(Open) = object("end"),
    }
}

union! {
    pub enum Outer {
        Rest(Rest) = object("end"),
        Inner(Inner) = object("end"),
    }
}

#[test]
fn members_of_members_that_fail_at_the_very_end_are_visited_a_few_times() {
    assert_linear::<Outer>(40, |depth| {
        nested(depth, json!({"end": "last"}), |level, inner| match level % 3 {
            0 => json!({"inner": inner, "end": "text"}),
            1 => json!({"inner": inner, "end": 1}),
            _ => json!({"inner": inner, "end": level}),
        })
    });
}

#[test]
fn what_fails_at_the_bottom_is_reported() {
    let wrong = nested(100, json!({"end": null}), |_, inner| json!({"inner": inner, "end": "text"}));
    let before = visited();
    let error = Outer::deserialize(&wrong).unwrap_err().to_string();
    assert!(error.contains("expected a boolean"), "{error}");
    assert!(visited() - before < nodes(&wrong) * 40);
}

object! {
    pub struct Wide {
        inner: optional(Box<Loose>) = "inner",
        ..extra(Value),
    }
}

object! {
    pub struct Narrow {
        inner: optional(Box<Loose>) = "inner",
        note: optional(String) = "note",
    }
}

union! {
    pub enum Loose {
        Narrow(Narrow) = object(),
        Wide(Wide) = object(),
        Any(Value) = any(),
    }
}

#[test]
fn members_that_hold_anything_are_visited_a_few_times() {
    assert_linear::<Loose>(30, |depth| {
        nested(depth, json!({"note": "a"}), |level, inner| json!({"inner": inner, "more": {"deep": [level, [1, 2]]}}))
    });
    assert_linear::<Loose>(30, |depth| nested(depth, json!({"other": 1}), |_, other| json!({"other": other})));
}

object! {
    pub struct Add {
        "op" = "add",
        left: required(Box<Expression>) = "left",
        right: required(Box<Expression>) = "right",
    }
}

object! {
    pub struct Number {
        "op" = "number",
        value: required(Node) = "value",
    }
}

tagged_union! {
    pub enum Expression by "op" {
        Add(Add) = "add",
        Number(Number) = "number",
    }
}

#[test]
fn objects_before_their_tag_are_buffered_once() {
    let leaf = || json!({"value": {"label": "a", "left": {"weight": 1}}, "op": "number"});
    assert_linear::<Expression>(20, |depth| {
        nested(depth, leaf(), |_, left| json!({"left": left, "right": leaf(), "op": "add"}))
    });
}

object! {
    pub struct Request {
        body: optional(Box<Message>) = "body",
        head: optional(String) = "head",
    }
}

object! {
    pub struct Answer {
        body: optional(Box<Message>) = "body",
        code: optional(i64) = "code",
    }
}

object! {
    pub struct Envelope {
        "type" = 1,
        content: required(Box<Packet>) = "content",
    }
}

union! {
    pub enum Packet {
        Request(Request) = object(),
        Answer(Answer) = object(),
    }
}

tagged_union! {
    pub enum Message by "type" {
        Envelope(Envelope) = 1 | 2,
    }
}

#[test]
fn two_unions_that_hold_each_other_are_visited_a_few_times() {
    assert_linear::<Packet>(30, |depth| {
        nested(depth / 2, json!({"code": 1}), |level, content| {
            let envelope = json!({"content": content, "type": 1});
            if level % 2 == 0 { json!({"body": envelope, "code": 7}) } else { json!({"body": envelope, "head": "h"}) }
        })
    });
}

/// Defines unions each of which holds the next, as a member and as a property of two members that look alike.
macro_rules! chain {
    ($union:ident $one:ident $other:ident) => {
        object! {
            pub struct $one {
                a: required(i64) = "a",
            }
        }
        object! {
            pub struct $other {
                b: required(i64) = "b",
            }
        }
        union! {
            pub enum $union {
                One($one) = object(),
                Other($other) = object(),
            }
        }
    };
    ($union:ident $one:ident $other:ident $next:ident $($rest:ident)+) => {
        object! {
            pub struct $one {
                next: required(Box<$next>) = "next",
                a: optional(i64) = "a",
            }
        }
        object! {
            pub struct $other {
                next: required(Box<$next>) = "next",
                b: optional(i64) = "b",
            }
        }
        union! {
            pub enum $union {
                One($one) = object(),
                Next(Box<$next>) = object(),
                Other($other) = object(),
            }
        }
        chain!($next $($rest)+);
    };
}
chain!(U0 A0 B0 U1 A1 B1 U2 A2 B2 U3 A3 B3 U4 A4 B4 U5 A5 B5 U6 A6 B6 U7 A7 B7 U8 A8 B8 U9 A9 B9 U10 A10 B10 U11 A11 B11
    U12 A12 B12 U13 A13 B13 U14 A14 B14 U15 A15 B15 U16 A16 B16 U17 A17 B17 U18 A18 B18 U19 A19 B19 U20 A20 B20 U21 A21 B21
    U22 A22 B22 U23 A23 B23 U24 A24 B24 U25 A25 B25 U26 A26 B26 U27 A27 B27 U28 A28 B28 U29 A29 B29);

#[test]
fn in_a_chain_of_unions_each_union_visits_a_node_a_few_times() {
    let value = |levels| nested(levels, json!({"b": 1}), |_, next| json!({"next": next, "b": 2}));
    for levels in [5, 15, 29] {
        let visits = visits::<U0>(value(levels));
        assert!(visits <= 30 * 12, "{visits} visits of each node, {levels} levels");
    }
}

object! {
    pub struct Plain {
        left: optional(Box<Plain>) = "left",
    }
}

object! {
    pub struct Either {
        left: optional(Plain) = "left",
        a: optional(i64) = "a",
    }
}

object! {
    pub struct Or {
        left: optional(Box<Rival>) = "left",
        b: optional(i64) = "b",
    }
}

union! {
    pub enum Rival {
        Either(Either) = object(),
        Or(Or) = object(),
    }
}

#[test]
fn a_recursive_type_that_competes_with_a_union_at_every_level_has_a_budget() {
    assert_linear::<Rival>(600, |depth| {
        nested(depth, json!({"a": 1}), |level, left| json!({"left": left, "b": level}))
    });
}
