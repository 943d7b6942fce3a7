// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{LocalShellExecAction, Status};
use apiarist_runtime::Object;

/// A command for the machine of the caller.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "local_shell_call"))]
pub struct LocalShellToolCall {
    /// Identifier of the item.
    pub id: String,
    /// Identifier that ties a call to its result.
    pub call_id: String,
    /// The command.
    pub action: LocalShellExecAction,
    /// How far the item is.
    pub status: Status,
}
