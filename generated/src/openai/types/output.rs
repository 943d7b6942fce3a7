// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::FunctionAndCustomToolCallOutput;
use apiarist_runtime::{Union, Value};

/// Result as text, or as a list of parts.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Union)]
#[non_exhaustive]
pub enum Output {
    #[shape(string)]
    String(String),
    #[shape(array)]
    FunctionAndCustomToolCallOutputs(Vec<FunctionAndCustomToolCallOutput>),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
