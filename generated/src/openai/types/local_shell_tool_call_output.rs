// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::Status;
use apiarist_runtime::{Maybe, Object, Value};

/// What a command on the machine of the caller gave back.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "local_shell_call_output"))]
pub struct LocalShellToolCallOutput {
    /// Identifier of the item; the reference also requires a `call_id` that it does not describe.
    pub id: String,
    /// The result as JSON text.
    pub output: String,
    /// How far the item is.
    pub status: Maybe<Status>,
    /// The document requires this member and does not describe it.
    #[wire(nullable)]
    pub call_id: Option<Value>,
}
