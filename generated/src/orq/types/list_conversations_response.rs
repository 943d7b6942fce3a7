//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ConversationResponse;
use apiarist_runtime::object;

object! {
    /// One page of conversations.
    pub struct ListConversationsResponse {
        "object" = "list",
        /// The conversations of this page.
        data: required(Vec<ConversationResponse>) = "data",
        /// Whether there is a further page.
        has_more: required(bool) = "has_more",
    }
}
