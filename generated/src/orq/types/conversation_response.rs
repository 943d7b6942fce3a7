// Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A conversation.
#[derive(Clone, Debug, PartialEq, Object)]
#[object(is("kind", "conversation"))]
#[non_exhaustive]
pub struct ConversationResponse {
    /// Identifier of the conversation: `conv_` and a ULID. Default: `"conv_01kbmyap3tm1mfnr0pkr4xp01j"`.
    #[wire("_id")]
    pub id: Option<String>,
    /// Name for people to read, chosen by the caller or made by a model. 1 to 100 characters.
    #[wire("displayName")]
    pub display_name: String,
    /// When the conversation was made, in milliseconds since 1970.
    #[wire("createdAt")]
    pub created_at: f64,
    /// When the conversation last changed, in milliseconds since 1970.
    #[wire("updatedAt")]
    pub updated_at: f64,
    /// User or agent that made the conversation.
    #[wire("createdById")]
    pub created_by_id: Option<String>,
    /// User or agent that last changed the conversation.
    #[wire("updatedById")]
    pub updated_by_id: Option<String>,
}
