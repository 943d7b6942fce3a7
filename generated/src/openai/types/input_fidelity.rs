// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// Fidelity to the input image.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum InputFidelity {
    /// `high`
    High,
    /// `low`
    Low,
    /// A value unknown to this version.
    Unknown(String),
}
