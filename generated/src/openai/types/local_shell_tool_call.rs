// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::LocalShellExecAction;
use apiarist_runtime::Object;

/// A shell command for the caller's machine.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "local_shell_call"))]
pub struct LocalShellToolCall {
    /// ID of the item.
    pub id: String,
    /// ID that links a call to its result.
    pub call_id: String,
    /// The command.
    pub action: LocalShellExecAction,
    /// Status of the item.
    pub status: LocalShellToolCallStatus,
}

/// Status of the item.
pub type LocalShellToolCallStatus = super::shared::Status;
