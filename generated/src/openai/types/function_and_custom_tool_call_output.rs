// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{InputFileContent, InputImageContent, InputTextContent};
use apiarist_runtime::{TaggedUnion, Value};

/// A part of the result of a tool, told apart by `type`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, TaggedUnion)]
#[union(tag = "type")]
#[non_exhaustive]
pub enum FunctionAndCustomToolCallOutput {
    #[wire("input_text")]
    InputText(InputTextContent),
    #[wire("input_image")]
    InputImage(InputImageContent),
    #[wire("input_file")]
    InputFile(InputFileContent),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
