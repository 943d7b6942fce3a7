// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{OutputTextContent, RefusalContent};
use apiarist_runtime::{TaggedUnion, Value};

/// A part of an output message, discriminated by `type`.
#[derive(Clone, TaggedUnion)]
#[union(Debug, PartialEq, tag = "type")]
#[non_exhaustive]
pub enum OutputMessageContent {
    #[wire("output_text")]
    OutputText(OutputTextContent),
    #[wire("refusal")]
    Refusal(RefusalContent),
    /// A value that matches no known variant.
    Unknown(Value),
}
