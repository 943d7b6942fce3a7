//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::string_enum;

/// How closely the model looks at the pages of a file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FileDetailEnum {
    Auto,
    Low,
    High,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(FileDetailEnum {
    Auto: "auto",
    Low: "low",
    High: "high",
});
