// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{ComparisonFilter, CompoundFilter};
use apiarist_runtime::{Union, Value};

/// A condition on file attributes.
#[derive(Clone, Union)]
#[union(Debug, PartialEq)]
#[non_exhaustive]
pub enum Filters {
    #[shape(object, has("type", "key", "value"))]
    ComparisonFilter(ComparisonFilter),
    #[shape(object, has("type", "filters"))]
    CompoundFilter(CompoundFilter),
    /// A value that matches no known variant.
    Unknown(Value),
}
