//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{FunctionShellCallOutputExitOutcome, FunctionShellCallOutputTimeoutOutcome};
use apiarist_runtime::{Value, object, tagged_union};

/// What one command gave back.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FunctionShellCallOutputContent {
    /// What it wrote to its output.
    pub stdout: String,
    /// What it wrote to its error stream.
    pub stderr: String,
    /// How it ended.
    pub outcome: FunctionShellCallOutputContentOutcome,
    /// Who made the item.
    pub created_by: Option<String>,
}
object!(FunctionShellCallOutputContent {
    stdout: required("stdout"),
    stderr: required("stderr"),
    outcome: required("outcome"),
    created_by: optional("created_by"),
});

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
