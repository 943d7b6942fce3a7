// Written by apiarist from specs/tavus/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::Conversation;
use apiarist_runtime::{Object, Value};
use std::collections::BTreeMap;

/// Error response of `Conversations::create`.
pub type BadRequestError = super::shared::ErrorError;

/// Error response of `Conversations::create`.
pub type UnauthorizedError = super::shared::ErrorMessage;

/// Response of `Conversations::list`.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ListConversationsResponse {
    /// The conversations on this page.
    pub data: Option<Vec<Conversation>>,
    /// Total number of conversations that match the filters.
    pub total_count: Option<i64>,
}

/// Error response of `Conversations::list`.
pub type ListConversationsError = super::shared::ErrorMessage;

/// Response of `Conversations::get`.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetConversationResponse {
    /// ID of the conversation.
    pub conversation_id: Option<String>,
    /// Name of the conversation.
    pub conversation_name: Option<String>,
    /// URL for joining the call.
    pub conversation_url: Option<String>,
    /// URL that receives notifications about changes to the conversation.
    pub callback_url: Option<String>,
    /// Status of the conversation: `active` or `ended`.
    pub status: Option<String>,
    /// ID of the replica in the conversation.
    pub replica_id: Option<String>,
    /// ID of the replica's persona.
    pub persona_id: Option<String>,
    /// Time at which the conversation was created. May be empty.
    pub created_at: Option<String>,
    /// Time at which the conversation was last updated. May be empty.
    pub updated_at: Option<String>,
    /// Events of the call. Returned only if `verbose` is true.
    pub events: Option<Vec<GetConversationResponseEvent>>,
}

/// `events` of [`GetConversationResponse`].
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetConversationResponseEvent {
    /// Name of the event, such as `system.shutdown`.
    pub event_type: Option<String>,
    /// Time of the event, in ISO 8601.
    pub timestamp: Option<String>,
    /// Values that belong to this kind of event. `application.transcription_ready` has a `transcript` list.
    pub properties: Option<BTreeMap<String, Value>>,
}

/// Error response of `Conversations::get`.
pub type GetConversationBadRequestError = super::shared::ErrorError;

/// Error response of `Conversations::get`.
pub type GetConversationUnauthorizedError = super::shared::ErrorMessage;

/// Error response of `Conversations::delete`.
pub type DeleteConversationBadRequestError = super::shared::ErrorError;

/// Error response of `Conversations::delete`.
pub type DeleteConversationUnauthorizedError = super::shared::ErrorMessage;

/// Error response of `Conversations::end`.
pub type EndConversationBadRequestError = super::shared::ErrorError;

/// Error response of `Conversations::end`.
pub type EndConversationUnauthorizedError = super::shared::ErrorMessage;
