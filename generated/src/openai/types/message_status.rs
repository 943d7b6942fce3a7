//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// How far a message is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum MessageStatus {
    #[wire("in_progress")]
    InProgress,
    #[wire("completed")]
    Completed,
    #[wire("incomplete")]
    Incomplete,
    /// A value that this version does not know.
    Unknown(String),
}
