// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// An allowed caller of a tool: the model itself or its programs.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum CallableToolAllowedCaller {
    /// `direct`
    Direct,
    /// `programmatic`
    Programmatic,
    /// A value unknown to this version.
    Unknown(String),
}
