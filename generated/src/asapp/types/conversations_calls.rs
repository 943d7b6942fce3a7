// Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{Conversation, Message, MessageOut};
use apiarist_runtime::Object;

/// Response of `Conversations::create_or_update`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct CreateOrUpdateConversationResponse {
    /// ASAPP's ID for the conversation.
    pub id: Option<String>,
}

/// Error response of `Conversations::create_or_update` and 8 more.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct ErrorResponse {
    /// Details of the error.
    pub error: Option<ErrorResponseError>,
}

/// Details of the error.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct ErrorResponseError {
    /// ID of the failed request, for use in support requests.
    #[wire("requestId")]
    pub request_id: String,
    /// Human-readable error message.
    pub message: String,
    /// Error code: the HTTP status, a hyphen, and a number.
    pub code: Option<String>,
}

/// Response of `Conversations::list`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct ListConversationResponse {
    /// The results.
    pub items: Option<Vec<Conversation>>,
}

/// Response of `Conversations::create_message`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct CreateMessageResponse {
    /// ASAPP's ID for the message.
    pub id: Option<String>,
}

/// Response of `Conversations::get_messages`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct GetMessagesResponse {
    /// The results.
    pub items: Option<Vec<MessageOut>>,
}

/// Request body of `Conversations::create_batch_messages`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct CreateBatchMessagesBody {
    /// The messages to add. 1 to 300 items.
    pub messages: Option<Vec<Message>>,
}

/// Response of `Conversations::get_messages_by_external_id`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct GetMessagesByExternalIdResponse {
    /// The results.
    pub items: Option<Vec<MessageOut>>,
}
