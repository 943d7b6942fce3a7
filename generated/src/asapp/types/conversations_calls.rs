//! Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{Conversation, Message, MessageOut};
use apiarist_runtime::object;

object! {
    pub struct CreateOrUpdateConversationResponse {
        /// Identifier that ASAPP gave the conversation.
        id: optional(String) = "id",
    }
}

object! {
    pub struct ErrorResponse {
        /// What went wrong.
        error: optional(ErrorResponseError) = "error",
    }
}

object! {
    /// What went wrong.
    pub struct ErrorResponseError {
        /// Identifies the failed request when asking for support.
        request_id: required(String) = "requestId",
        /// Text of the error for a reader.
        message: required(String) = "message",
        /// Error code: the status, a dash and a number.
        code: optional(String) = "code",
    }
}

object! {
    pub struct ListConversationResponse {
        /// What was found.
        items: optional(Vec<Conversation>) = "items",
    }
}

object! {
    pub struct CreateMessageResponse {
        /// Identifier that ASAPP gave the message.
        id: optional(String) = "id",
    }
}

object! {
    pub struct GetMessagesResponse {
        /// What was found.
        items: optional(Vec<MessageOut>) = "items",
    }
}

object! {
    pub struct CreateBatchMessagesBody {
        /// The messages to add. 1 to 300 elements.
        messages: optional(Vec<Message>) = "messages",
    }
    new()
}

object! {
    pub struct GetMessagesByExternalIdResponse {
        /// What was found.
        items: optional(Vec<MessageOut>) = "items",
    }
}
