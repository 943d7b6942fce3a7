// Written by apiarist from specs/orq/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{ConversationResponse, UserMessageRequest};
use apiarist_runtime::Object;

/// A page of conversations.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, is("object", "list"))]
#[non_exhaustive]
pub struct ListConversationsResponse {
    /// The conversations on this page.
    pub data: Vec<ConversationResponse>,
    /// Whether there are more pages.
    pub has_more: bool,
}

/// The conversation to create.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct CreateConversationBody {
    /// Display name. 1 to 100 characters.
    #[wire("displayName")]
    pub display_name: String,
}

/// Details of the error.
pub type ErrorResponse = super::shared::Error;

/// The changes.
#[derive(Clone, Default, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct UpdateConversationBody {
    /// Display name. 1 to 100 characters.
    #[wire("displayName")]
    pub display_name: Option<String>,
}

/// Details of the error.
pub type UpdateConversationError = super::shared::Error;

/// Details of the error.
pub type DeleteConversationError = super::shared::Error;

/// The source of the name.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct GenerateConversationNameBody {
    /// Text that describes the topic of the conversation. At least 1 character.
    pub context: String,
}

/// Details of the error.
pub type GenerateConversationNameError = super::shared::Error;

/// The message and the model that responds to it.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, new)]
pub struct CreateConversationResponseBody {
    pub message: UserMessageRequest,
    /// Model that generates the response.
    pub model: String,
    /// ID of the task to continue.
    pub task_id: Option<String>,
    /// Whether to stream the response. Default: `true`.
    pub stream: Option<bool>,
}
