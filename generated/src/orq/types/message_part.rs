//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ErrorPart, FilePartType, TextPart, ToolResultPart};
use apiarist_runtime::{Value, tagged_union};

/// One part of a message, told apart by `kind`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum MessagePart {
    Text(TextPart),
    File(FilePartType),
    ToolResult(ToolResultPart),
    Error(ErrorPart),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
tagged_union!(MessagePart by "kind" {
    Text: "text",
    File: "file",
    ToolResult: "tool_result",
    Error: "error",
});
