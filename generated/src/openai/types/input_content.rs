//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{InputFileContent, InputImageContent, InputTextContent};
use apiarist_runtime::tagged_union;

tagged_union! {
    /// A part of a message to the model, told apart by `type`.
    pub enum InputContent by "type" {
        InputText(InputTextContent) = "input_text",
        InputImage(InputImageContent) = "input_image",
        InputFile(InputFileContent) = "input_file",
    }
}
