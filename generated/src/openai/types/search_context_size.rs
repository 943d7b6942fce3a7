//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::string_enum;

/// How much of what was found the model reads.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SearchContextSize {
    Low,
    Medium,
    High,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(SearchContextSize {
    Low: "low",
    Medium: "medium",
    High: "high",
});
