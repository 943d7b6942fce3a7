// Written by apiarist from specs/tavus/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// The definition of [`BadRequestError`](super::BadRequestError), [`GetConversationBadRequestError`](super::GetConversationBadRequestError), [`DeleteConversationBadRequestError`](super::DeleteConversationBadRequestError), and 1 more.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ErrorError {
    /// Description of the error.
    pub error: Option<String>,
}

/// The definition of [`UnauthorizedError`](super::UnauthorizedError), [`ListConversationsError`](super::ListConversationsError), [`GetConversationUnauthorizedError`](super::GetConversationUnauthorizedError), and 2 more.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ErrorMessage {
    /// Reason for rejecting the API key.
    pub message: Option<String>,
}
