//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{InputFileContent, InputImageContent, InputTextContent};
use apiarist_runtime::tagged_union;

tagged_union! {
    /// A part of the result of a tool, told apart by `type`.
    pub enum FunctionAndCustomToolCallOutput by "type" {
        InputText(InputTextContent) = "input_text",
        InputImage(InputImageContent) = "input_image",
        InputFile(InputFileContent) = "input_file",
    }
}
