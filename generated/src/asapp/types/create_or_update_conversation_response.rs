//! Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    pub struct CreateOrUpdateConversationResponse {
        /// Identifier that ASAPP gave the conversation.
        id: optional(String) = "id",
    }
}
