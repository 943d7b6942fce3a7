// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// The command ended by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Object)]
#[object(is("type", "exit"))]
#[non_exhaustive]
pub struct FunctionShellCallOutputExitOutcome {
    /// Its exit code.
    pub exit_code: i64,
}
