//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ConversationInfo;
use apiarist_runtime::object;

object! {
    /// One page of conversations.
    pub struct ConversationInfoResultSet {
        /// The conversations of this page.
        results: optional(Vec<ConversationInfo>) = "results",
        /// Token for the next page; `null` on the last.
        next_page_id: optional(String) = "next_page_id",
    }
}
