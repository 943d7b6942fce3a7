// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::{Maybe, Object};

/// Commands to run in a shell.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct FunctionShellActionParam {
    /// The commands.
    pub commands: Vec<String>,
    /// Maximum run time, in milliseconds.
    pub timeout_ms: Maybe<i64>,
    /// Maximum length of the output, in characters.
    pub max_output_length: Maybe<i64>,
}
