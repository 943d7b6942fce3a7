//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// What to change in a conversation.
#[derive(Clone, Debug, PartialEq)]
pub struct UpdateConversationRequest {
    /// New title.
    ///
    /// 1 to 200 characters.
    pub title: String,
}
object!(UpdateConversationRequest {
    title: required("title"),
});

impl UpdateConversationRequest {
    /// With what is required.
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
        }
    }
}
