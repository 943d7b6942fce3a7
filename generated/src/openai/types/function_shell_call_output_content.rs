//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{FunctionShellCallOutputExitOutcome, FunctionShellCallOutputTimeoutOutcome};
use apiarist_runtime::{Value, object, tagged_union};

object! {
    /// What one command gave back.
    pub struct FunctionShellCallOutputContent {
        /// What it wrote to its output.
        stdout: required(String) = "stdout",
        /// What it wrote to its error stream.
        stderr: required(String) = "stderr",
        /// How it ended.
        outcome: required(FunctionShellCallOutputContentOutcome) = "outcome",
        /// Who made the item.
        created_by: optional(String) = "created_by",
    }
}

/// How it ended.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FunctionShellCallOutputContentOutcome {
    Timeout(FunctionShellCallOutputTimeoutOutcome),
    Exit(FunctionShellCallOutputExitOutcome),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
tagged_union!(FunctionShellCallOutputContentOutcome by "type" {
    Timeout: "timeout",
    Exit: "exit",
});
