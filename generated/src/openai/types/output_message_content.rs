// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{OutputTextContent, RefusalContent};
use apiarist_runtime::{TaggedUnion, Value};

/// A part of a message of the model, told apart by `type`.
#[derive(Clone, Debug, PartialEq, TaggedUnion)]
#[union(tag = "type")]
#[non_exhaustive]
pub enum OutputMessageContent {
    #[wire("output_text")]
    OutputText(OutputTextContent),
    #[wire("refusal")]
    Refusal(RefusalContent),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
