//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{FunctionShellCallOutputExitOutcomeParam, FunctionShellCallOutputTimeoutOutcomeParam};
use apiarist_runtime::{Value, tagged_union};

/// How a command ended, told apart by `type`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FunctionShellCallOutputOutcomeParam {
    Timeout(FunctionShellCallOutputTimeoutOutcomeParam),
    Exit(FunctionShellCallOutputExitOutcomeParam),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
tagged_union!(FunctionShellCallOutputOutcomeParam by "type" {
    Timeout: "timeout",
    Exit: "exit",
});
