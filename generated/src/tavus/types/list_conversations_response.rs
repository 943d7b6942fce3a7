//! Written by apiarist from specs/tavus/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::Conversation;
use apiarist_runtime::object;

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListConversationsResponse {
    /// The conversations of this page.
    pub data: Option<Vec<Conversation>>,
    /// How many conversations fit the filters in all.
    pub total_count: Option<i64>,
}
object!(ListConversationsResponse {
    data: optional("data"),
    total_count: optional("total_count"),
});
