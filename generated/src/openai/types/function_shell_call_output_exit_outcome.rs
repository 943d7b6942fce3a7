//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// The command ended by itself.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FunctionShellCallOutputExitOutcome {
    /// Its exit code.
    pub exit_code: i64,
}
object!(FunctionShellCallOutputExitOutcome {
    "type" = "exit",
    exit_code: required("exit_code"),
});
