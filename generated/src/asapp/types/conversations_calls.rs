// Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{Conversation, Message, MessageOut};
use apiarist_runtime::Object;

/// Response of `Conversations::create_or_update`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct CreateOrUpdateConversationResponse {
    /// Identifier that ASAPP gave the conversation.
    pub id: Option<String>,
}

/// Error response of `Conversations::create_or_update` and 8 more.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct ErrorResponse {
    /// What went wrong.
    pub error: Option<ErrorResponseError>,
}

/// What went wrong.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct ErrorResponseError {
    /// Identifies the failed request when asking for support.
    #[wire("requestId")]
    pub request_id: String,
    /// Text of the error for a reader.
    pub message: String,
    /// Error code: the status, a dash and a number.
    pub code: Option<String>,
}

/// Response of `Conversations::list`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct ListConversationResponse {
    /// What was found.
    pub items: Option<Vec<Conversation>>,
}

/// Response of `Conversations::create_message`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct CreateMessageResponse {
    /// Identifier that ASAPP gave the message.
    pub id: Option<String>,
}

/// Response of `Conversations::get_messages`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct GetMessagesResponse {
    /// What was found.
    pub items: Option<Vec<MessageOut>>,
}

/// Body of `Conversations::create_batch_messages`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct CreateBatchMessagesBody {
    /// The messages to add. 1 to 300 elements.
    pub messages: Option<Vec<Message>>,
}

/// Response of `Conversations::get_messages_by_external_id`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct GetMessagesByExternalIdResponse {
    /// What was found.
    pub items: Option<Vec<MessageOut>>,
}
