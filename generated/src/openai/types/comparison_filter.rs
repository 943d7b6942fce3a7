// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::{Object, StringEnum, Union, Value};

/// A comparison of an attribute with a value.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, new)]
pub struct ComparisonFilter {
    /// Comparison operator. Default: `"eq"`.
    pub r#type: ComparisonFilterType,
    /// Key of the attribute.
    pub key: String,
    /// Value to compare with.
    pub value: ComparisonFilterValue,
}

/// Comparison operator. Default: `"eq"`.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ComparisonFilterType {
    /// `eq`
    Eq,
    /// `ne`
    Ne,
    /// `gt`
    Gt,
    /// `gte`
    Gte,
    /// `lt`
    Lt,
    /// `lte`
    Lte,
    /// `in`
    In,
    /// `nin`
    Nin,
    /// A value unknown to this version.
    Unknown(String),
}

/// Value to compare with.
#[derive(Clone, Union)]
#[union(Debug, PartialEq)]
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
    /// A value that matches no known variant.
    Unknown(Value),
}

/// Variant of [`ComparisonFilterValue`].
#[derive(Clone, Union)]
#[union(Debug, PartialEq)]
#[non_exhaustive]
pub enum ComparisonFilterValueArrayItem {
    #[shape(string)]
    String(String),
    #[shape(number)]
    Number(f64),
    /// A value that matches no known variant.
    Unknown(Value),
}
