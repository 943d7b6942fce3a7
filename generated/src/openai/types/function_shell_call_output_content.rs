//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{FunctionShellCallOutputExitOutcome, FunctionShellCallOutputTimeoutOutcome};
use apiarist_runtime::{object, tagged_union};

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

tagged_union! {
    /// How it ended.
    pub enum FunctionShellCallOutputContentOutcome by "type" {
        Timeout(FunctionShellCallOutputTimeoutOutcome) = "timeout",
        Exit(FunctionShellCallOutputExitOutcome) = "exit",
    }
}
