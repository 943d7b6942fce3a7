//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ConversationResponse;
use apiarist_runtime::object;

/// One page of conversations.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListConversationsResponse {
    /// The conversations of this page.
    pub data: Vec<ConversationResponse>,
    /// Whether there is a further page.
    pub has_more: bool,
}
object!(ListConversationsResponse {
    "object" = "list",
    data: required("data"),
    has_more: required("has_more"),
});
