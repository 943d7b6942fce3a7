// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{FunctionShellCallOutputExitOutcome, FunctionShellCallOutputTimeoutOutcome};
use apiarist_runtime::{Object, TaggedUnion, Value};

/// The output of one command.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct FunctionShellCallOutputContent {
    /// Standard output of the command.
    pub stdout: String,
    /// Standard error of the command.
    pub stderr: String,
    /// Outcome of the command.
    pub outcome: FunctionShellCallOutputContentOutcome,
    /// Creator of the item.
    pub created_by: Option<String>,
}

/// Outcome of the command.
#[derive(Clone, TaggedUnion)]
#[union(Debug, PartialEq, Eq, Hash, tag = "type")]
#[non_exhaustive]
pub enum FunctionShellCallOutputContentOutcome {
    #[wire("timeout")]
    Timeout(FunctionShellCallOutputTimeoutOutcome),
    #[wire("exit")]
    Exit(FunctionShellCallOutputExitOutcome),
    /// A value that matches no known variant.
    Unknown(Value),
}
