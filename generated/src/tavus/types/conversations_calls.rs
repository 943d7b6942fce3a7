//! Written by apiarist from specs/tavus/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::Conversation;
use apiarist_runtime::{Value, object};
use std::collections::BTreeMap;

object! {
    pub struct BadRequestError {
        /// What is wrong with the request.
        error: optional(String) = "error",
    }
}

object! {
    pub struct UnauthorizedError {
        /// Why the key was turned down.
        message: optional(String) = "message",
    }
}

object! {
    pub struct ListConversationsResponse {
        /// The conversations of this page.
        data: optional(Vec<Conversation>) = "data",
        /// How many conversations fit the filters in all.
        total_count: optional(i64) = "total_count",
    }
}

object! {
    pub struct GetConversationResponse {
        /// Identifier of the conversation.
        conversation_id: optional(String) = "conversation_id",
        /// Name of the conversation.
        conversation_name: optional(String) = "conversation_name",
        /// Address at which people join the call.
        conversation_url: optional(String) = "conversation_url",
        /// Address that is told of changes of the conversation.
        callback_url: optional(String) = "callback_url",
        /// State of the conversation: `active` or `ended`.
        status: optional(String) = "status",
        /// Replica that takes part.
        replica_id: optional(String) = "replica_id",
        /// Persona that the replica plays.
        persona_id: optional(String) = "persona_id",
        /// When the conversation was made. May be empty.
        created_at: optional(String) = "created_at",
        /// When the conversation last changed. May be empty.
        updated_at: optional(String) = "updated_at",
        /// What happened in the call; only sent when `verbose` is true.
        events: optional(Vec<GetConversationResponseEvent>) = "events",
    }
}

object! {
    pub struct GetConversationResponseEvent {
        /// Name of the event, such as `system.shutdown`.
        event_type: optional(String) = "event_type",
        /// When it happened, in ISO 8601.
        timestamp: optional(String) = "timestamp",
        /// Values that belong to this kind of event. `application.transcription_ready` has a `transcript` list.
        properties: optional(BTreeMap<String, Value>) = "properties",
    }
}
