//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::string_enum;

/// How far a call of a remote tool is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum McpToolCallStatus {
    InProgress,
    Completed,
    Incomplete,
    Calling,
    Failed,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(McpToolCallStatus {
    InProgress: "in_progress",
    Completed: "completed",
    Incomplete: "incomplete",
    Calling: "calling",
    Failed: "failed",
});
