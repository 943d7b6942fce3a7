// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::FunctionAndCustomToolCallOutput;
use apiarist_runtime::{Union, Value};

/// Result, as text or an array of parts.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Union)]
#[non_exhaustive]
pub enum Output {
    #[shape(string)]
    String(String),
    #[shape(array)]
    FunctionAndCustomToolCallOutputs(Vec<FunctionAndCustomToolCallOutput>),
    /// A value that matches no known variant.
    Unknown(Value),
}
