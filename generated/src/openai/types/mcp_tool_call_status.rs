// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// Status of a call to a remote tool.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum McpToolCallStatus {
    /// `in_progress`
    #[wire("in_progress")]
    InProgress,
    /// `completed`
    #[wire("completed")]
    Completed,
    /// `incomplete`
    #[wire("incomplete")]
    Incomplete,
    /// `calling`
    #[wire("calling")]
    Calling,
    /// `failed`
    #[wire("failed")]
    Failed,
    /// A value unknown to this version.
    Unknown(String),
}
