//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ErrorPart, FilePartType, TextPart, ToolResultPart};
use apiarist_runtime::tagged_union;

tagged_union! {
    /// One part of a message, told apart by `kind`.
    pub enum MessagePart by "kind" {
        Text(TextPart) = "text",
        File(FilePartType) = "file",
        ToolResult(ToolResultPart) = "tool_result",
        Error(ErrorPart) = "error",
    }
}
