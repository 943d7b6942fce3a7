//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ComparisonFilter;
use apiarist_runtime::{object, string_enum, tagged_union};

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

tagged_union! {
    pub enum CompoundFilterFilter by "type" {
        ComparisonFilter(ComparisonFilter)
            = "eq" | "ne" | "gt" | "gte" | "lt" | "lte" | "in" | "nin",
        CompoundFilter(CompoundFilter) = "and" | "or",
    }
}
