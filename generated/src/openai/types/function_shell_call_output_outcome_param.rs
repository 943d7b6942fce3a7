//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{FunctionShellCallOutputExitOutcomeParam, FunctionShellCallOutputTimeoutOutcomeParam};
use apiarist_runtime::tagged_union;

tagged_union! {
    /// How a command ended, told apart by `type`.
    pub enum FunctionShellCallOutputOutcomeParam by "type" {
        Timeout(FunctionShellCallOutputTimeoutOutcomeParam) = "timeout",
        Exit(FunctionShellCallOutputExitOutcomeParam) = "exit",
    }
}
