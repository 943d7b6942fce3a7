// Written by apiarist from specs/tavus/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::Conversation;
use apiarist_runtime::{Object, Value};
use std::collections::BTreeMap;

/// Error response of `Conversations::create` and 3 more.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct BadRequestError {
    /// What is wrong with the request.
    pub error: Option<String>,
}

/// Error response of `Conversations::create` and 4 more.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct UnauthorizedError {
    /// Why the key was turned down.
    pub message: Option<String>,
}

/// Response of `Conversations::list`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct ListConversationsResponse {
    /// The conversations of this page.
    pub data: Option<Vec<Conversation>>,
    /// How many conversations fit the filters in all.
    pub total_count: Option<i64>,
}

/// Response of `Conversations::get`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct GetConversationResponse {
    /// Identifier of the conversation.
    pub conversation_id: Option<String>,
    /// Name of the conversation.
    pub conversation_name: Option<String>,
    /// Address at which people join the call.
    pub conversation_url: Option<String>,
    /// Address that is told of changes of the conversation.
    pub callback_url: Option<String>,
    /// State of the conversation: `active` or `ended`.
    pub status: Option<String>,
    /// Replica that takes part.
    pub replica_id: Option<String>,
    /// Persona that the replica plays.
    pub persona_id: Option<String>,
    /// When the conversation was made. May be empty.
    pub created_at: Option<String>,
    /// When the conversation last changed. May be empty.
    pub updated_at: Option<String>,
    /// What happened in the call; only sent when `verbose` is true.
    pub events: Option<Vec<GetConversationResponseEvent>>,
}

/// `events` of [`GetConversationResponse`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct GetConversationResponseEvent {
    /// Name of the event, such as `system.shutdown`.
    pub event_type: Option<String>,
    /// When it happened, in ISO 8601.
    pub timestamp: Option<String>,
    /// Values that belong to this kind of event. `application.transcription_ready` has a `transcript` list.
    pub properties: Option<BTreeMap<String, Value>>,
}
