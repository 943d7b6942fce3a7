// Written by apiarist from specs/openhands/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{ConversationStatus, ConversationTrigger, ProviderType, RuntimeStatus};
use apiarist_runtime::{DateTime, Object};

/// A conversation as returned in lists.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ConversationInfo {
    /// ID of the conversation.
    pub conversation_id: String,
    /// Title of the conversation.
    pub title: String,
    /// Time of the last activity.
    pub last_updated_at: Option<DateTime>,
    /// Status of the agent loop. Default: `"STOPPED"`.
    pub status: Option<ConversationStatus>,
    /// Status of the agent's sandbox.
    pub runtime_status: Option<RuntimeStatus>,
    /// Repository of the conversation, as `owner/name`.
    pub selected_repository: Option<String>,
    /// Branch selected for the conversation.
    pub selected_branch: Option<String>,
    /// Hosting provider of the repository.
    pub git_provider: Option<ProviderType>,
    /// Trigger of the conversation.
    pub trigger: Option<ConversationTrigger>,
    /// Number of connected clients. Default: `0`.
    pub num_connections: Option<i64>,
    /// URL of the conversation, if it runs on another server.
    pub url: Option<String>,
    /// Session API key for that URL.
    pub session_api_key: Option<String>,
    /// Time at which the conversation was created.
    pub created_at: Option<DateTime>,
    /// Numbers of the pull requests created from the conversation.
    pub pr_number: Option<Vec<i64>>,
}
