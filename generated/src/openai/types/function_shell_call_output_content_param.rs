// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::FunctionShellCallOutputOutcomeParam;
use apiarist_runtime::Object;

/// What one command gave back.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct FunctionShellCallOutputContentParam {
    /// What it wrote to its output. At most 10485760 characters.
    pub stdout: String,
    /// What it wrote to its error stream. At most 10485760 characters.
    pub stderr: String,
    /// How it ended.
    pub outcome: FunctionShellCallOutputOutcomeParam,
}
