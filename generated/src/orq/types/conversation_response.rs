//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// A conversation.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ConversationResponse {
    /// Identifier of the conversation: `conv_` and a ULID.
    ///
    /// Default: `"conv_01kbmyap3tm1mfnr0pkr4xp01j"`.
    pub id: Option<String>,
    /// Name for people to read, chosen by the caller or made by a model.
    ///
    /// 1 to 100 characters.
    pub display_name: String,
    /// When the conversation was made, in milliseconds since 1970.
    pub created_at: f64,
    /// When the conversation last changed, in milliseconds since 1970.
    pub updated_at: f64,
    /// User or agent that made the conversation.
    pub created_by_id: Option<String>,
    /// User or agent that last changed the conversation.
    pub updated_by_id: Option<String>,
}
object!(ConversationResponse {
    "kind" = "conversation",
    id: optional("_id"),
    display_name: required("displayName"),
    created_at: required("createdAt"),
    updated_at: required("updatedAt"),
    created_by_id: optional("createdById"),
    updated_by_id: optional("updatedById"),
});
