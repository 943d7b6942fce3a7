//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::Status;
use apiarist_runtime::{Maybe, Value, object};

/// What a command on the machine of the caller gave back.
#[derive(Clone, Debug, PartialEq)]
pub struct LocalShellToolCallOutput {
    /// Identifier of the item; the reference also requires a `call_id` that it does not describe.
    pub id: String,
    /// The result as JSON text.
    pub output: String,
    /// How far the item is.
    pub status: Maybe<Status>,
    /// The document requires this member and does not describe it.
    pub call_id: Option<Value>,
}
object!(LocalShellToolCallOutput {
    "type" = "local_shell_call_output",
    id: required("id"),
    output: required("output"),
    status: maybe("status"),
    call_id: nullable("call_id"),
});

impl LocalShellToolCallOutput {
    /// With what is required.
    pub fn new(id: impl Into<String>, output: impl Into<String>, call_id: Option<Value>) -> Self {
        Self {
            id: id.into(),
            output: output.into(),
            status: Maybe::Absent,
            call_id,
        }
    }

    pub fn status(mut self, status: Status) -> Self {
        self.status = Maybe::Value(status);
        self
    }
}
