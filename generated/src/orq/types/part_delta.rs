//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{DataPart, FilePartType, ReasoningPart, TextPart};
use apiarist_runtime::{Value, tagged_union};

/// A part of a reply, or the next piece of it, told apart by `kind`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum PartDelta {
    Text(TextPart),
    Reasoning(ReasoningPart),
    File(FilePartType),
    Data(DataPart),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
tagged_union!(PartDelta by "kind" {
    Text: "text",
    Reasoning: "reasoning",
    File: "file",
    Data: "data",
});
