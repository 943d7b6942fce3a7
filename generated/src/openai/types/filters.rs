//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ComparisonFilter, CompoundFilter};
use apiarist_runtime::{Value, union};

/// A condition on the values of files.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Filters {
    ComparisonFilter(ComparisonFilter),
    CompoundFilter(CompoundFilter),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
union!(Filters {
    ComparisonFilter: object("type", "key", "value"),
    CompoundFilter: object("type", "filters"),
});
