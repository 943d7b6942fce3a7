//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::Status;
use apiarist_runtime::{Value, object};

object! {
    /// What a command on the machine of the caller gave back.
    pub struct LocalShellToolCallOutput {
        "type" = "local_shell_call_output",
        /// Identifier of the item; the reference also requires a `call_id` that it does not describe.
        id: required(String) = "id",
        /// The result as JSON text.
        output: required(String) = "output",
        /// How far the item is.
        status: maybe(Status) = "status",
        /// The document requires this member and does not describe it.
        call_id: nullable(Value) = "call_id",
    }
    new(id(String), output(String), call_id(Option<Value>))
}
