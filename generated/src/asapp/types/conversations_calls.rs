// Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{Conversation, Message, MessageOut};
use apiarist_runtime::Object;

/// Response of `Conversations::create_or_update`.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct CreateOrUpdateConversationResponse {
    /// ASAPP's ID for the conversation.
    pub id: Option<String>,
}

/// Error response of `Conversations::create_or_update`.
pub type ErrorResponse = super::shared::ErrorError;

/// Details of the error.
pub type ErrorResponseError = super::shared::ErrorRequestIdMessage;

/// Response of `Conversations::list`.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ListConversationResponse {
    /// The results.
    pub items: Option<Vec<Conversation>>,
}

/// Error response of `Conversations::list`.
pub type ListConversationError = super::shared::ErrorError;

/// Details of the error.
pub type ListConversationErrorError = super::shared::ErrorRequestIdMessage;

/// Error response of `Conversations::get`.
pub type GetConversationError = super::shared::ErrorError;

/// Details of the error.
pub type GetConversationErrorError = super::shared::ErrorRequestIdMessage;

/// Response of `Conversations::create_message`.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct CreateMessageResponse {
    /// ASAPP's ID for the message.
    pub id: Option<String>,
}

/// Error response of `Conversations::create_message`.
pub type CreateMessageError = super::shared::ErrorError;

/// Details of the error.
pub type CreateMessageErrorError = super::shared::ErrorRequestIdMessage;

/// Response of `Conversations::get_messages`.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetMessagesResponse {
    /// The results.
    pub items: Option<Vec<MessageOut>>,
}

/// Error response of `Conversations::get_messages`.
pub type GetMessagesError = super::shared::ErrorError;

/// Details of the error.
pub type GetMessagesErrorError = super::shared::ErrorRequestIdMessage;

/// Error response of `Conversations::get_message`.
pub type GetMessageError = super::shared::ErrorError;

/// Details of the error.
pub type GetMessageErrorError = super::shared::ErrorRequestIdMessage;

/// Request body of `Conversations::create_batch_messages`.
#[derive(Clone, Default, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct CreateBatchMessagesBody {
    /// The messages to add. 1 to 300 items.
    pub messages: Option<Vec<Message>>,
}

/// Error response of `Conversations::create_batch_messages`.
pub type CreateBatchMessagesError = super::shared::ErrorError;

/// Details of the error.
pub type CreateBatchMessagesErrorError = super::shared::ErrorRequestIdMessage;

/// Response of `Conversations::get_messages_by_external_id`.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetMessagesByExternalIdResponse {
    /// The results.
    pub items: Option<Vec<MessageOut>>,
}

/// Error response of `Conversations::get_messages_by_external_id`.
pub type GetMessagesByExternalIdError = super::shared::ErrorError;

/// Details of the error.
pub type GetMessagesByExternalIdErrorError = super::shared::ErrorRequestIdMessage;

/// Error response of `Conversations::authenticate`.
pub type AuthenticateConversationError = super::shared::ErrorError;

/// Details of the error.
pub type AuthenticateConversationErrorError = super::shared::ErrorRequestIdMessage;
