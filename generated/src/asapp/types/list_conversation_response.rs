//! Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::Conversation;
use apiarist_runtime::object;

object! {
    pub struct ListConversationResponse {
        /// What was found.
        items: optional(Vec<Conversation>) = "items",
    }
}
