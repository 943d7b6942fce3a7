//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ConversationItem;
use apiarist_runtime::object;

object! {
    /// One page of the items of a conversation.
    pub struct ConversationItemList {
        "object" = "list",
        /// The items of this page.
        data: required(Vec<ConversationItem>) = "data",
        /// Whether there are items behind this page.
        has_more: required(bool) = "has_more",
        /// Identifier of the first item of this page.
        first_id: required(String) = "first_id",
        /// Identifier of the last item of this page; pass it as `after` for the next page.
        last_id: required(String) = "last_id",
    }
}
