// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{InputFileContent, InputImageContent, InputTextContent};
use apiarist_runtime::{TaggedUnion, Value};

/// A part of a tool call's result, discriminated by `type`.
#[derive(Clone, TaggedUnion)]
#[union(Debug, PartialEq, Eq, Hash, tag = "type")]
#[non_exhaustive]
pub enum FunctionAndCustomToolCallOutput {
    #[wire("input_text")]
    InputText(InputTextContent),
    #[wire("input_image")]
    InputImage(InputImageContent),
    #[wire("input_file")]
    InputFile(InputFileContent),
    /// A value that matches no known variant.
    Unknown(Value),
}
