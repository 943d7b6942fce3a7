//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// How closely the model looks at an image.
#[derive(Clone, Debug, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum ImageDetail {
    #[wire("low")]
    Low,
    #[wire("high")]
    High,
    #[wire("auto")]
    Auto,
    #[wire("original")]
    Original,
    /// A value that this version does not know.
    Unknown(String),
}
