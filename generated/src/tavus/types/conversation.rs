// Written by apiarist from specs/tavus/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A conversation as returned in lists.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Conversation {
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
}
