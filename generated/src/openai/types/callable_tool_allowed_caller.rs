// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// Who may call a tool: the model itself or its programs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum CallableToolAllowedCaller {
    /// `direct`
    #[wire("direct")]
    Direct,
    /// `programmatic`
    #[wire("programmatic")]
    Programmatic,
    /// A value that this version does not know.
    Unknown(String),
}
