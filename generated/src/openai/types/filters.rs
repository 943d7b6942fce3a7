// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ComparisonFilter, CompoundFilter};
use apiarist_runtime::{Union, Value};

/// A condition on the values of files.
#[derive(Clone, Debug, PartialEq, Union)]
#[non_exhaustive]
pub enum Filters {
    #[shape(object, has("type", "key", "value"))]
    ComparisonFilter(ComparisonFilter),
    #[shape(object, has("type", "filters"))]
    CompoundFilter(CompoundFilter),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
