// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::InputContent;

/// The parts of a message to the model.
pub type InputMessageContentList = Vec<InputContent>;
