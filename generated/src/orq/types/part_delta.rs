// Written by apiarist from specs/orq/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{DataPart, FilePartType, ReasoningPart, TextPart};
use apiarist_runtime::{TaggedUnion, Value};

/// A part of a response, or its next delta, discriminated by `kind`.
#[derive(Clone, TaggedUnion)]
#[union(Debug, PartialEq, Eq, Hash, tag = "kind")]
#[non_exhaustive]
pub enum PartDelta {
    #[wire("text")]
    Text(TextPart),
    #[wire("reasoning")]
    Reasoning(ReasoningPart),
    #[wire("file")]
    File(FilePartType),
    #[wire("data")]
    Data(DataPart),
    /// A value that matches no known variant.
    Unknown(Value),
}
