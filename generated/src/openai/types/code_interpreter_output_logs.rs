//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// What code wrote.
    pub struct CodeInterpreterOutputLogs {
        "type" = "logs",
        /// The text.
        logs: required(String) = "logs",
    }
    new(logs(String))
}
