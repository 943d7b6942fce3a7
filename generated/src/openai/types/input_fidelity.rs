//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::string_enum;

/// How closely to keep to a given image.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InputFidelity {
    High,
    Low,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(InputFidelity {
    High: "high",
    Low: "low",
});
