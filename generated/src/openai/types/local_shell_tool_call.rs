//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{LocalShellExecAction, Status};
use apiarist_runtime::object;

/// A command for the machine of the caller.
#[derive(Clone, Debug, PartialEq)]
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
object!(LocalShellToolCall {
    "type" = "local_shell_call",
    id: required("id"),
    call_id: required("call_id"),
    action: required("action"),
    status: required("status"),
});

impl LocalShellToolCall {
    /// With what is required.
    pub fn new(
        id: impl Into<String>,
        call_id: impl Into<String>,
        action: LocalShellExecAction,
        status: Status,
    ) -> Self {
        Self {
            id: id.into(),
            call_id: call_id.into(),
            action,
            status,
        }
    }
}
