// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// How far the result of a call is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum FunctionCallOutputStatusEnum {
    /// `in_progress`
    #[wire("in_progress")]
    InProgress,
    /// `completed`
    #[wire("completed")]
    Completed,
    /// `incomplete`
    #[wire("incomplete")]
    Incomplete,
    /// A value that this version does not know.
    Unknown(String),
}
