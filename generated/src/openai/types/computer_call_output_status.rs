//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// How far the result of an action is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum ComputerCallOutputStatus {
    #[wire("completed")]
    Completed,
    #[wire("incomplete")]
    Incomplete,
    #[wire("failed")]
    Failed,
    /// A value that this version does not know.
    Unknown(String),
}
