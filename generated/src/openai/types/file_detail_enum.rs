// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// How closely the model looks at the pages of a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum FileDetailEnum {
    /// `auto`
    #[wire("auto")]
    Auto,
    /// `low`
    #[wire("low")]
    Low,
    /// `high`
    #[wire("high")]
    High,
    /// A value that this version does not know.
    Unknown(String),
}
