// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// Status of the message, set by the service.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum Status {
    /// `in_progress`
    #[wire("in_progress")]
    InProgress,
    /// `completed`
    #[wire("completed")]
    Completed,
    /// `incomplete`
    #[wire("incomplete")]
    Incomplete,
    /// A value unknown to this version.
    Unknown(String),
}
