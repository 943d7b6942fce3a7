// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// How much of what was found the model reads.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum SearchContextSize {
    /// `low`
    #[wire("low")]
    Low,
    /// `medium`
    #[wire("medium")]
    Medium,
    /// `high`
    #[wire("high")]
    High,
    /// A value that this version does not know.
    Unknown(String),
}
