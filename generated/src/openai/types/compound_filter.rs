// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ComparisonFilter;
use apiarist_runtime::{Object, StringEnum, TaggedUnion, Value};

/// Joins conditions, which may be joined themselves.
#[derive(Clone, Debug, PartialEq, Object)]
#[object(new)]
pub struct CompoundFilter {
    /// Whether all conditions or just one must hold.
    pub r#type: CompoundFilterType,
    /// The conditions.
    pub filters: Vec<CompoundFilterFilter>,
}

/// Whether all conditions or just one must hold.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum CompoundFilterType {
    /// `and`
    #[wire("and")]
    And,
    /// `or`
    #[wire("or")]
    Or,
    /// A value that this version does not know.
    Unknown(String),
}

/// `filters` of [`CompoundFilter`].
#[derive(Clone, Debug, PartialEq, TaggedUnion)]
#[union(tag = "type")]
#[non_exhaustive]
pub enum CompoundFilterFilter {
    #[wire("eq", "ne", "gt", "gte", "lt", "lte", "in", "nin")]
    ComparisonFilter(ComparisonFilter),
    #[wire("and", "or")]
    CompoundFilter(CompoundFilter),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
