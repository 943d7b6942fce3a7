//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{object, string_enum, union};

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

union! {
    /// What to compare it with.
    pub enum ComparisonFilterValue {
        String(String) = string(),
        Number(f64) = number(),
        Boolean(bool) = boolean(),
        ComparisonFilterValueArrayItems(Vec<ComparisonFilterValueArrayItem>) = array(),
    }
}

union! {
    pub enum ComparisonFilterValueArrayItem {
        String(String) = string(),
        Number(f64) = number(),
    }
}
