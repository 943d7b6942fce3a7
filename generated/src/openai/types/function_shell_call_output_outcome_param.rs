// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    FunctionShellCallOutputExitOutcomeParam, FunctionShellCallOutputTimeoutOutcomeParam,
};
use apiarist_runtime::{TaggedUnion, Value};

/// How a command ended, told apart by `type`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, TaggedUnion)]
#[union(tag = "type")]
#[non_exhaustive]
pub enum FunctionShellCallOutputOutcomeParam {
    #[wire("timeout")]
    Timeout(FunctionShellCallOutputTimeoutOutcomeParam),
    #[wire("exit")]
    Exit(FunctionShellCallOutputExitOutcomeParam),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
