//! Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::Conversation;
use apiarist_runtime::object;

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListConversationResponse {
    /// What was found.
    pub items: Option<Vec<Conversation>>,
}
object!(ListConversationResponse {
    items: optional("items"),
});
