// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::InputContent;

/// The parts of an input message.
pub type InputMessageContentList = Vec<InputContent>;
