//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{LocalShellExecAction, Status};
use apiarist_runtime::object;

object! {
    /// A command for the machine of the caller.
    pub struct LocalShellToolCall {
        "type" = "local_shell_call",
        /// Identifier of the item.
        id: required(String) = "id",
        /// Identifier that ties a call to its result.
        call_id: required(String) = "call_id",
        /// The command.
        action: required(LocalShellExecAction) = "action",
        /// How far the item is.
        status: required(Status) = "status",
    }
    new(id(String), call_id(String), action(LocalShellExecAction), status(Status))
}
