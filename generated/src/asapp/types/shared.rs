// Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::{Object, StringEnum};

/// The definition of [`ErrorResponse`](super::ErrorResponse), [`ListConversationError`](super::ListConversationError), [`GetConversationError`](super::GetConversationError), and 6 more.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ErrorError {
    /// Details of the error.
    pub error: Option<ErrorRequestIdMessage>,
}

/// The definition of [`ErrorResponseError`](super::ErrorResponseError), [`ListConversationErrorError`](super::ListConversationErrorError), [`GetConversationErrorError`](super::GetConversationErrorError), and 6 more.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ErrorRequestIdMessage {
    /// ID of the failed request, for use in support requests.
    #[wire("requestId")]
    pub request_id: String,
    /// Human-readable error message.
    pub message: String,
    /// Error code: the HTTP status, a hyphen, and a number.
    pub code: Option<String>,
}

/// The definition of [`Role`](super::Role) and [`MessageOutSenderRole`](super::MessageOutSenderRole).
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Role {
    /// `agent`
    Agent,
    /// `customer`
    Customer,
    /// `system`
    System,
    /// A value unknown to this version.
    Unknown(String),
}
