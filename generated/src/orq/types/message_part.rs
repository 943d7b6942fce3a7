// Written by apiarist from specs/orq/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{ErrorPart, FilePartType, TextPart, ToolResultPart};
use apiarist_runtime::{TaggedUnion, Value};

/// A part of a message, discriminated by `kind`.
#[derive(Clone, TaggedUnion)]
#[union(Debug, PartialEq, tag = "kind")]
#[non_exhaustive]
pub enum MessagePart {
    #[wire("text")]
    Text(TextPart),
    #[wire("file")]
    File(FilePartType),
    #[wire("tool_result")]
    ToolResult(ToolResultPart),
    #[wire("error")]
    Error(ErrorPart),
    /// A value that matches no known variant.
    Unknown(Value),
}
