//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::FunctionShellCallOutputOutcomeParam;
use apiarist_runtime::object;

/// What one command gave back.
#[derive(Clone, Debug, PartialEq)]
pub struct FunctionShellCallOutputContentParam {
    /// What it wrote to its output.
    ///
    /// At most 10485760 characters.
    pub stdout: String,
    /// What it wrote to its error stream.
    ///
    /// At most 10485760 characters.
    pub stderr: String,
    /// How it ended.
    pub outcome: FunctionShellCallOutputOutcomeParam,
}
object!(FunctionShellCallOutputContentParam {
    stdout: required("stdout"),
    stderr: required("stderr"),
    outcome: required("outcome"),
});

impl FunctionShellCallOutputContentParam {
    /// With what is required.
    pub fn new(
        stdout: impl Into<String>,
        stderr: impl Into<String>,
        outcome: FunctionShellCallOutputOutcomeParam,
    ) -> Self {
        Self {
            stdout: stdout.into(),
            stderr: stderr.into(),
            outcome,
        }
    }
}
