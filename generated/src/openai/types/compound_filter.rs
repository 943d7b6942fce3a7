//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ComparisonFilter;
use apiarist_runtime::{Value, list, object, string_enum, tagged_union};

/// Joins conditions, which may be joined themselves.
#[derive(Clone, Debug, PartialEq)]
pub struct CompoundFilter {
    /// Whether all conditions or just one must hold.
    pub r#type: CompoundFilterType,
    /// The conditions.
    pub filters: Vec<CompoundFilterFilter>,
}
object!(CompoundFilter {
    r#type: required("type"),
    filters: required("filters"),
});

impl CompoundFilter {
    /// With what is required.
    pub fn new(
        r#type: CompoundFilterType,
        filters: impl IntoIterator<Item: Into<CompoundFilterFilter>>,
    ) -> Self {
        Self {
            r#type,
            filters: list(filters),
        }
    }
}

/// Whether all conditions or just one must hold.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CompoundFilterType {
    And,
    Or,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(CompoundFilterType {
    And: "and",
    Or: "or",
});

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum CompoundFilterFilter {
    ComparisonFilter(ComparisonFilter),
    CompoundFilter(CompoundFilter),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
tagged_union!(CompoundFilterFilter by "type" {
    ComparisonFilter: "eq" | "ne" | "gt" | "gte" | "lt" | "lte" | "in" | "nin",
    CompoundFilter: "and" | "or",
});
