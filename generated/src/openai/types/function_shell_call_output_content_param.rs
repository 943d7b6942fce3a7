//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::FunctionShellCallOutputOutcomeParam;
use apiarist_runtime::object;

object! {
    /// What one command gave back.
    pub struct FunctionShellCallOutputContentParam {
        /// What it wrote to its output. At most 10485760 characters.
        stdout: required(String) = "stdout",
        /// What it wrote to its error stream. At most 10485760 characters.
        stderr: required(String) = "stderr",
        /// How it ended.
        outcome: required(FunctionShellCallOutputOutcomeParam) = "outcome",
    }
    new(stdout(String), stderr(String), outcome(FunctionShellCallOutputOutcomeParam))
}
