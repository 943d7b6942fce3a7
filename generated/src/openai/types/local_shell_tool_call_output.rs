// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::{Maybe, Object, Value};

/// The result of a shell command on the caller's machine.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "local_shell_call_output"))]
pub struct LocalShellToolCallOutput {
    /// ID of the item. The reference also requires a `call_id`, which it does not describe.
    pub id: String,
    /// The result, as a JSON string.
    pub output: String,
    /// Status of the item.
    pub status: Maybe<LocalShellToolCallOutputStatus>,
    /// The document requires this property but does not describe it.
    #[wire(nullable)]
    pub call_id: Option<Value>,
}

/// `status` of [`LocalShellToolCallOutput`].
pub type LocalShellToolCallOutputStatus = super::shared::Status;
