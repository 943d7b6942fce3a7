// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// Runs commands.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct FunctionShellAction {
    /// The commands.
    pub commands: Vec<String>,
    /// Longest time to run, in milliseconds.
    #[wire(nullable)]
    pub timeout_ms: Option<i64>,
    /// Longest output to keep, in characters.
    #[wire(nullable)]
    pub max_output_length: Option<i64>,
}
