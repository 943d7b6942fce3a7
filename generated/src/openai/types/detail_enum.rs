// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// How closely the model looks at an image.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum DetailEnum {
    /// `low`
    #[wire("low")]
    Low,
    /// `high`
    #[wire("high")]
    High,
    /// `auto`
    #[wire("auto")]
    Auto,
    /// `original`
    #[wire("original")]
    Original,
    /// A value that this version does not know.
    Unknown(String),
}
