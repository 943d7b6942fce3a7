// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Object, StringEnum, Union, Value};

/// Compares one value.
#[derive(Clone, Debug, PartialEq, Object)]
#[object(new)]
pub struct ComparisonFilter {
    /// How to compare. Default: `"eq"`.
    pub r#type: ComparisonFilterType,
    /// Key of the value.
    pub key: String,
    /// What to compare it with.
    pub value: ComparisonFilterValue,
}

/// How to compare. Default: `"eq"`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum ComparisonFilterType {
    /// `eq`
    #[wire("eq")]
    Eq,
    /// `ne`
    #[wire("ne")]
    Ne,
    /// `gt`
    #[wire("gt")]
    Gt,
    /// `gte`
    #[wire("gte")]
    Gte,
    /// `lt`
    #[wire("lt")]
    Lt,
    /// `lte`
    #[wire("lte")]
    Lte,
    /// `in`
    #[wire("in")]
    In,
    /// `nin`
    #[wire("nin")]
    Nin,
    /// A value that this version does not know.
    Unknown(String),
}

/// What to compare it with.
#[derive(Clone, Debug, PartialEq, Union)]
#[non_exhaustive]
pub enum ComparisonFilterValue {
    #[shape(string)]
    String(String),
    #[shape(number)]
    Number(f64),
    #[shape(boolean)]
    Boolean(bool),
    #[shape(array)]
    ComparisonFilterValueArrayItems(Vec<ComparisonFilterValueArrayItem>),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}

/// Variant of [`ComparisonFilterValue`].
#[derive(Clone, Debug, PartialEq, Union)]
#[non_exhaustive]
pub enum ComparisonFilterValueArrayItem {
    #[shape(string)]
    String(String),
    #[shape(number)]
    Number(f64),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
