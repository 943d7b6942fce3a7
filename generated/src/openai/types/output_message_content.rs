//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{OutputTextContent, RefusalContent};
use apiarist_runtime::tagged_union;

tagged_union! {
    /// A part of a message of the model, told apart by `type`.
    pub enum OutputMessageContent by "type" {
        OutputText(OutputTextContent) = "output_text",
        Refusal(RefusalContent) = "refusal",
    }
}
