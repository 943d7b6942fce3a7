//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// Runs commands.
    pub struct FunctionShellActionParam {
        /// The commands.
        commands: required(Vec<String>) = "commands",
        /// Longest time to run, in milliseconds.
        timeout_ms: maybe(i64) = "timeout_ms",
        /// Longest output to keep, in characters.
        max_output_length: maybe(i64) = "max_output_length",
    }
    new(commands(Vec<String>))
}
