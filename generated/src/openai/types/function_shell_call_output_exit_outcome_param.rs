//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// The command ended by itself.
    pub struct FunctionShellCallOutputExitOutcomeParam {
        "type" = "exit",
        /// Its exit code.
        exit_code: required(i64) = "exit_code",
    }
    new(exit_code(i64))
}
