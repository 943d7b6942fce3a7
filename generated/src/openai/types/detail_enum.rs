//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::string_enum;

/// How closely the model looks at an image.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DetailEnum {
    Low,
    High,
    Auto,
    Original,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(DetailEnum {
    Low: "low",
    High: "high",
    Auto: "auto",
    Original: "original",
});
