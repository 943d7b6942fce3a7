//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::string_enum;

/// Who may call a tool: the model itself or its programs.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CallableToolAllowedCaller {
    Direct,
    Programmatic,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(CallableToolAllowedCaller {
    Direct: "direct",
    Programmatic: "programmatic",
});
