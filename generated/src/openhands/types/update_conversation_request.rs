//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// What to change in a conversation.
    pub struct UpdateConversationRequest {
        /// New title. 1 to 200 characters.
        title: required(String) = "title",
    }
    new(title(String))
}
