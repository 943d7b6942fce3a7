//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// Runs commands.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FunctionShellAction {
    /// The commands.
    pub commands: Vec<String>,
    /// Longest time to run, in milliseconds.
    pub timeout_ms: Option<i64>,
    /// Longest output to keep, in characters.
    pub max_output_length: Option<i64>,
}
object!(FunctionShellAction {
    commands: required("commands"),
    timeout_ms: nullable("timeout_ms"),
    max_output_length: nullable("max_output_length"),
});
