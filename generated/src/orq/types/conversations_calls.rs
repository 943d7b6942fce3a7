//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ConversationResponse, UserMessageRequest};
use apiarist_runtime::object;

object! {
    /// One page of conversations.
    pub struct ListConversationsResponse {
        "object" = "list",
        /// The conversations of this page.
        data: required(Vec<ConversationResponse>) = "data",
        /// Whether there is a further page.
        has_more: required(bool) = "has_more",
    }
}

object! {
    /// The new conversation.
    pub struct CreateConversationBody {
        /// Name for people to read. 1 to 100 characters.
        display_name: required(String) = "displayName",
    }
    new(display_name(String))
}

object! {
    /// Why the request failed.
    pub struct ErrorResponse {
        /// Text of the error for a reader.
        message: required(String) = "message",
    }
}

object! {
    /// What to change.
    pub struct UpdateConversationBody {
        /// Name for people to read. 1 to 100 characters.
        display_name: optional(String) = "displayName",
    }
    new()
}

object! {
    /// What to make the name from.
    pub struct GenerateConversationNameBody {
        /// Text that tells what the conversation is about. At least 1 character.
        context: required(String) = "context",
    }
    new(context(String))
}

object! {
    /// The message and the model to answer it.
    pub struct CreateConversationResponseBody {
        message: required(UserMessageRequest) = "message",
        /// Model that shall answer.
        model: required(String) = "model",
        /// Task to go on with.
        task_id: optional(String) = "task_id",
        /// Whether to stream the reply. Default: `true`.
        stream: optional(bool) = "stream",
    }
    new(message(UserMessageRequest), model(String))
}
