// Written by apiarist from specs/tavus/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A conversation as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct Conversation {
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
}
