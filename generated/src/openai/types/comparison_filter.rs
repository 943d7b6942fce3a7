//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Value, object, string_enum, union};

object! {
    /// Compares one value.
    pub struct ComparisonFilter {
        /// How to compare. Default: `"eq"`.
        r#type: required(ComparisonFilterType) = "type",
        /// Key of the value.
        key: required(String) = "key",
        /// What to compare it with.
        value: required(ComparisonFilterValue) = "value",
    }
    new(r#type(ComparisonFilterType), key(String), value(ComparisonFilterValue))
}

string_enum! {
    /// How to compare. Default: `"eq"`.
    pub enum ComparisonFilterType {
        Eq = "eq",
        Ne = "ne",
        Gt = "gt",
        Gte = "gte",
        Lt = "lt",
        Lte = "lte",
        In = "in",
        Nin = "nin",
    }
}

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
