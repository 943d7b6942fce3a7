// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Maybe, Object};

/// Runs commands.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct FunctionShellActionParam {
    /// The commands.
    pub commands: Vec<String>,
    /// Longest time to run, in milliseconds.
    pub timeout_ms: Maybe<i64>,
    /// Longest output to keep, in characters.
    pub max_output_length: Maybe<i64>,
}
