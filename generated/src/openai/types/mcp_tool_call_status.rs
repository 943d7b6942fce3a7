//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// How far a call of a remote tool is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum McpToolCallStatus {
    #[wire("in_progress")]
    InProgress,
    #[wire("completed")]
    Completed,
    #[wire("incomplete")]
    Incomplete,
    #[wire("calling")]
    Calling,
    #[wire("failed")]
    Failed,
    /// A value that this version does not know.
    Unknown(String),
}
