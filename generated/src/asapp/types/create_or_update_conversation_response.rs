//! Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateOrUpdateConversationResponse {
    /// Identifier that ASAPP gave the conversation.
    pub id: Option<String>,
}
object!(CreateOrUpdateConversationResponse { id: optional("id") });
