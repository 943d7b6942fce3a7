//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{InputFileContent, InputImageContent, InputTextContent};
use apiarist_runtime::{Value, tagged_union};

/// A part of a message to the model, told apart by `type`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum InputContent {
    InputText(InputTextContent),
    InputImage(InputImageContent),
    InputFile(InputFileContent),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
tagged_union!(InputContent by "type" {
    InputText: "input_text",
    InputImage: "input_image",
    InputFile: "input_file",
});
