//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Value, object, string_enum, union};

/// Compares one value.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparisonFilter {
    /// How to compare.
    ///
    /// Default: `"eq"`.
    pub r#type: ComparisonFilterType,
    /// Key of the value.
    pub key: String,
    /// What to compare it with.
    pub value: ComparisonFilterValue,
}
object!(ComparisonFilter {
    r#type: required("type"),
    key: required("key"),
    value: required("value"),
});

impl ComparisonFilter {
    /// With what is required.
    pub fn new(
        r#type: ComparisonFilterType,
        key: impl Into<String>,
        value: ComparisonFilterValue,
    ) -> Self {
        Self {
            r#type,
            key: key.into(),
            value,
        }
    }
}

/// How to compare.
///
/// Default: `"eq"`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ComparisonFilterType {
    Eq,
    Ne,
    Gt,
    Gte,
    Lt,
    Lte,
    In,
    Nin,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(ComparisonFilterType {
    Eq: "eq",
    Ne: "ne",
    Gt: "gt",
    Gte: "gte",
    Lt: "lt",
    Lte: "lte",
    In: "in",
    Nin: "nin",
});

/// What to compare it with.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ComparisonFilterValue {
    String(String),
    Number(f64),
    Boolean(bool),
    ComparisonFilterValueArrayItems(Vec<ComparisonFilterValueArrayItem>),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
union!(ComparisonFilterValue {
    String: string(),
    Number: number(),
    Boolean: boolean(),
    ComparisonFilterValueArrayItems: array(),
});

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ComparisonFilterValueArrayItem {
    String(String),
    Number(f64),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
union!(ComparisonFilterValueArrayItem {
    String: string(),
    Number: number(),
});
