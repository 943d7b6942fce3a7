//! Written by apiarist from specs/tavus/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::Conversation;
use apiarist_runtime::object;

object! {
    pub struct ListConversationsResponse {
        /// The conversations of this page.
        data: optional(Vec<Conversation>) = "data",
        /// How many conversations fit the filters in all.
        total_count: optional(i64) = "total_count",
    }
}
