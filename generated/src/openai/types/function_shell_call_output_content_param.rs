// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::FunctionShellCallOutputOutcomeParam;
use apiarist_runtime::Object;

/// The output of one command.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct FunctionShellCallOutputContentParam {
    /// Standard output of the command. At most 10485760 characters.
    pub stdout: String,
    /// Standard error of the command. At most 10485760 characters.
    pub stderr: String,
    /// Outcome of the command.
    pub outcome: FunctionShellCallOutputOutcomeParam,
}
