// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// How closely to keep to a given image.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum InputFidelity {
    /// `high`
    #[wire("high")]
    High,
    /// `low`
    #[wire("low")]
    Low,
    /// A value that this version does not know.
    Unknown(String),
}
