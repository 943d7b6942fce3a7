// Written by apiarist from specs/orq/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// The definition of [`ErrorResponse`](super::ErrorResponse), [`UpdateConversationError`](super::UpdateConversationError), [`DeleteConversationError`](super::DeleteConversationError), and 1 more.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Error {
    /// Human-readable error message.
    pub message: String,
}
