// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// Commands to run in a shell.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct FunctionShellAction {
    /// The commands.
    pub commands: Vec<String>,
    /// Maximum run time, in milliseconds.
    #[wire(nullable)]
    pub timeout_ms: Option<i64>,
    /// Maximum length of the output, in characters.
    #[wire(nullable)]
    pub max_output_length: Option<i64>,
}
