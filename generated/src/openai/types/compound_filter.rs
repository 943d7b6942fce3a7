//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ComparisonFilter;
use apiarist_runtime::{Value, object, string_enum, tagged_union};

object! {
    /// Joins conditions, which may be joined themselves.
    pub struct CompoundFilter {
        /// Whether all conditions or just one must hold.
        r#type: required(CompoundFilterType) = "type",
        /// The conditions.
        filters: required(Vec<CompoundFilterFilter>) = "filters",
    }
    new(r#type(CompoundFilterType), filters(Vec<CompoundFilterFilter>))
}

string_enum! {
    /// Whether all conditions or just one must hold.
    pub enum CompoundFilterType {
        And = "and",
        Or = "or",
    }
}

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
