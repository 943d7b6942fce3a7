//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{OutputTextContent, RefusalContent};
use apiarist_runtime::{Value, tagged_union};

/// A part of a message of the model, told apart by `type`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum OutputMessageContent {
    OutputText(OutputTextContent),
    Refusal(RefusalContent),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
tagged_union!(OutputMessageContent by "type" {
    OutputText: "output_text",
    Refusal: "refusal",
});
