// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{
    FunctionShellCallOutputExitOutcomeParam, FunctionShellCallOutputTimeoutOutcomeParam,
};
use apiarist_runtime::{TaggedUnion, Value};

/// The outcome of a command, discriminated by `type`.
#[derive(Clone, TaggedUnion)]
#[union(Debug, PartialEq, Eq, Hash, tag = "type")]
#[non_exhaustive]
pub enum FunctionShellCallOutputOutcomeParam {
    #[wire("timeout")]
    Timeout(FunctionShellCallOutputTimeoutOutcomeParam),
    #[wire("exit")]
    Exit(FunctionShellCallOutputExitOutcomeParam),
    /// A value that matches no known variant.
    Unknown(Value),
}
