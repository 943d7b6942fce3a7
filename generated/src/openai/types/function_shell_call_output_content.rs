// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{FunctionShellCallOutputExitOutcome, FunctionShellCallOutputTimeoutOutcome};
use apiarist_runtime::{Object, TaggedUnion, Value};

/// What one command gave back.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
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

/// How it ended.
#[derive(Clone, Debug, PartialEq, Eq, Hash, TaggedUnion)]
#[union(tag = "type")]
#[non_exhaustive]
pub enum FunctionShellCallOutputContentOutcome {
    #[wire("timeout")]
    Timeout(FunctionShellCallOutputTimeoutOutcome),
    #[wire("exit")]
    Exit(FunctionShellCallOutputExitOutcome),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
