//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// The command took too long.
    pub struct FunctionShellCallOutputTimeoutOutcome {
        "type" = "timeout",
    }
}
