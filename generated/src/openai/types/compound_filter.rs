// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::ComparisonFilter;
use apiarist_runtime::{Object, StringEnum, TaggedUnion, Value};

/// A combination of conditions, which can be nested.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, new)]
pub struct CompoundFilter {
    /// Whether all conditions or at least one must match.
    pub r#type: CompoundFilterType,
    /// The conditions.
    pub filters: Vec<CompoundFilterFilter>,
}

/// Whether all conditions or at least one must match.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum CompoundFilterType {
    /// `and`
    And,
    /// `or`
    Or,
    /// A value unknown to this version.
    Unknown(String),
}

/// `filters` of [`CompoundFilter`].
#[derive(Clone, TaggedUnion)]
#[union(Debug, PartialEq, tag = "type")]
#[non_exhaustive]
pub enum CompoundFilterFilter {
    #[wire("eq", "ne", "gt", "gte", "lt", "lte", "in", "nin")]
    ComparisonFilter(ComparisonFilter),
    #[wire("and", "or")]
    CompoundFilter(CompoundFilter),
    /// A value that matches no known variant.
    Unknown(Value),
}
