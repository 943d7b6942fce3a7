// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// The command exited.
#[derive(Clone, Copy, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "exit"))]
pub struct FunctionShellCallOutputExitOutcomeParam {
    /// Exit code of the command.
    pub exit_code: i64,
}
