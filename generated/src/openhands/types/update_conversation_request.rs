// Written by apiarist from specs/openhands/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// Changes to a conversation.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct UpdateConversationRequest {
    /// New title of the conversation. 1 to 200 characters.
    pub title: String,
}
