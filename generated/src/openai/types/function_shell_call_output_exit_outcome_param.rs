//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// The command ended by itself.
#[derive(Clone, Debug, PartialEq)]
pub struct FunctionShellCallOutputExitOutcomeParam {
    /// Its exit code.
    pub exit_code: i64,
}
object!(FunctionShellCallOutputExitOutcomeParam {
    "type" = "exit",
    exit_code: required("exit_code"),
});

impl FunctionShellCallOutputExitOutcomeParam {
    /// With what is required.
    pub fn new(exit_code: i64) -> Self {
        Self { exit_code }
    }
}
