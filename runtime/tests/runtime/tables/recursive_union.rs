//! A recursive union with two similar variants.

use apiarist_runtime::{Object, Union, Value};

#[derive(Clone, Debug, PartialEq, Object)]
pub struct Plus {
    pub left: Option<Box<Node>>,
    pub weight: Option<i64>,
}

#[derive(Clone, Debug, PartialEq, Object)]
pub struct Minus {
    pub left: Option<Box<Node>>,
    pub label: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Object)]
pub struct Leaf {
    pub value: i64,
}

#[derive(Clone, Debug, PartialEq, Union)]
pub enum Node {
    #[shape(object)]
    Plus(Plus),
    #[shape(object)]
    Minus(Minus),
    #[shape(object, has("value"))]
    Leaf(Leaf),
    Unknown(Value),
}
