//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// The new conversation.
    pub struct CreateConversationBody {
        /// Name for people to read. 1 to 100 characters.
        display_name: required(String) = "displayName",
    }
    new(display_name(String))
}
