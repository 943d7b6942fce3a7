// Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ConversationResponse, UserMessageRequest};
use apiarist_runtime::Object;

/// One page of conversations.
#[derive(Clone, Debug, PartialEq, Object)]
#[object(is("object", "list"))]
#[non_exhaustive]
pub struct ListConversationsResponse {
    /// The conversations of this page.
    pub data: Vec<ConversationResponse>,
    /// Whether there is a further page.
    pub has_more: bool,
}

/// The new conversation.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct CreateConversationBody {
    /// Name for people to read. 1 to 100 characters.
    #[wire("displayName")]
    pub display_name: String,
}

/// Why the request failed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct ErrorResponse {
    /// Text of the error for a reader.
    pub message: String,
}

/// What to change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct UpdateConversationBody {
    /// Name for people to read. 1 to 100 characters.
    #[wire("displayName")]
    pub display_name: Option<String>,
}

/// What to make the name from.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct GenerateConversationNameBody {
    /// Text that tells what the conversation is about. At least 1 character.
    pub context: String,
}

/// The message and the model to answer it.
#[derive(Clone, Debug, PartialEq, Object)]
#[object(new)]
pub struct CreateConversationResponseBody {
    pub message: UserMessageRequest,
    /// Model that shall answer.
    pub model: String,
    /// Task to go on with.
    pub task_id: Option<String>,
    /// Whether to stream the reply. Default: `true`.
    pub stream: Option<bool>,
}
