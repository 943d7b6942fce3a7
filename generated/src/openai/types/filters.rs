//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ComparisonFilter, CompoundFilter};
use apiarist_runtime::union;

union! {
    /// A condition on the values of files.
    pub enum Filters {
        ComparisonFilter(ComparisonFilter) = object("type", "key", "value"),
        CompoundFilter(CompoundFilter) = object("type", "filters"),
    }
}
