// Written by apiarist from specs/tavus/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// The conversation just made.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct CreateConversationResponse {
    /// Identifier of the conversation.
    pub conversation_id: Option<String>,
    /// Name of the conversation.
    pub conversation_name: Option<String>,
    /// Address at which people join the call; it can also be put in a frame on a page.
    pub conversation_url: Option<String>,
    /// State of the conversation: `active` or `ended`.
    pub status: Option<String>,
    /// Address that is told of changes of the conversation.
    pub callback_url: Option<String>,
    /// When the conversation was made. May be empty.
    pub created_at: Option<String>,
    /// Short-lived token for joining; only sent when `require_auth` is true. Add it to the address as `?t=`.
    pub meeting_token: Option<String>,
}
