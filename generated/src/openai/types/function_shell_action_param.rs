//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Maybe, list, object};

/// Runs commands.
#[derive(Clone, Debug, PartialEq)]
pub struct FunctionShellActionParam {
    /// The commands.
    pub commands: Vec<String>,
    /// Longest time to run, in milliseconds.
    pub timeout_ms: Maybe<i64>,
    /// Longest output to keep, in characters.
    pub max_output_length: Maybe<i64>,
}
object!(FunctionShellActionParam {
    commands: required("commands"),
    timeout_ms: maybe("timeout_ms"),
    max_output_length: maybe("max_output_length"),
});

impl FunctionShellActionParam {
    /// With what is required.
    pub fn new(commands: impl IntoIterator<Item: Into<String>>) -> Self {
        Self {
            commands: list(commands),
            timeout_ms: Maybe::Absent,
            max_output_length: Maybe::Absent,
        }
    }

    pub fn timeout_ms(mut self, timeout_ms: i64) -> Self {
        self.timeout_ms = Maybe::Value(timeout_ms);
        self
    }

    pub fn max_output_length(mut self, max_output_length: i64) -> Self {
        self.max_output_length = Maybe::Value(max_output_length);
        self
    }
}
