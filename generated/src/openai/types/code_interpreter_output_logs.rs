//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// What code wrote.
#[derive(Clone, Debug, PartialEq)]
pub struct CodeInterpreterOutputLogs {
    /// The text.
    pub logs: String,
}
object!(CodeInterpreterOutputLogs {
    "type" = "logs",
    logs: required("logs"),
});

impl CodeInterpreterOutputLogs {
    /// With what is required.
    pub fn new(logs: impl Into<String>) -> Self {
        Self { logs: logs.into() }
    }
}
