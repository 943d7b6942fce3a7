// Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ErrorPart, FilePartType, TextPart, ToolResultPart};
use apiarist_runtime::{TaggedUnion, Value};

/// One part of a message, told apart by `kind`.
#[derive(Clone, Debug, PartialEq, TaggedUnion)]
#[union(tag = "kind")]
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
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
