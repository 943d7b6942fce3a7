//! Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{Conversation, Message, MessageOut};
use apiarist_runtime::Object;

#[derive(Clone, Debug, PartialEq, Object)]
#[non_exhaustive]
pub struct CreateOrUpdateConversationResponse {
    /// Identifier that ASAPP gave the conversation.
    pub id: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Object)]
#[non_exhaustive]
pub struct ErrorResponse {
    /// What went wrong.
    pub error: Option<ErrorResponseError>,
}

/// What went wrong.
#[derive(Clone, Debug, PartialEq, Object)]
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

#[derive(Clone, Debug, PartialEq, Object)]
#[non_exhaustive]
pub struct ListConversationResponse {
    /// What was found.
    pub items: Option<Vec<Conversation>>,
}

#[derive(Clone, Debug, PartialEq, Object)]
#[non_exhaustive]
pub struct CreateMessageResponse {
    /// Identifier that ASAPP gave the message.
    pub id: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Object)]
#[non_exhaustive]
pub struct GetMessagesResponse {
    /// What was found.
    pub items: Option<Vec<MessageOut>>,
}

#[derive(Clone, Debug, Default, PartialEq, Object)]
#[object(new)]
pub struct CreateBatchMessagesBody {
    /// The messages to add. 1 to 300 elements.
    pub messages: Option<Vec<Message>>,
}

#[derive(Clone, Debug, PartialEq, Object)]
#[non_exhaustive]
pub struct GetMessagesByExternalIdResponse {
    /// What was found.
    pub items: Option<Vec<MessageOut>>,
}
