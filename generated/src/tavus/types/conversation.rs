//! Written by apiarist from specs/tavus/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// A conversation as the list shows it.
    pub struct Conversation {
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
    }
}
