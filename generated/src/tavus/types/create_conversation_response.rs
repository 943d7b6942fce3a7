// Written by apiarist from specs/tavus/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// The created conversation.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct CreateConversationResponse {
    /// ID of the conversation.
    pub conversation_id: Option<String>,
    /// Name of the conversation.
    pub conversation_name: Option<String>,
    /// URL for joining the call. It can also be embedded in a frame on a web page.
    pub conversation_url: Option<String>,
    /// Status of the conversation: `active` or `ended`.
    pub status: Option<String>,
    /// URL that receives notifications about changes to the conversation.
    pub callback_url: Option<String>,
    /// Time at which the conversation was created. May be empty.
    pub created_at: Option<String>,
    /// Short-lived token for joining, returned only if `require_auth` is true. Append it to the URL as `?t=`.
    pub meeting_token: Option<String>,
}
