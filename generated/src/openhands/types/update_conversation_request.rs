// Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// What to change in a conversation.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct UpdateConversationRequest {
    /// New title. 1 to 200 characters.
    pub title: String,
}
