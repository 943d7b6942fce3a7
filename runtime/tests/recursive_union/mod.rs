//! A union that nests in itself, two of whose variants look alike.

use apiarist_runtime::{object, union};

object! {
    pub struct Plus {
        left: optional(Box<Node>) = "left",
        weight: optional(i64) = "weight",
    }
}

object! {
    pub struct Minus {
        left: optional(Box<Node>) = "left",
        label: optional(String) = "label",
    }
}

object! {
    pub struct Leaf {
        value: required(i64) = "value",
    }
}

union! {
    pub enum Node {
        Plus(Plus) = object(),
        Minus(Minus) = object(),
        Leaf(Leaf) = object("value"),
    }
}
