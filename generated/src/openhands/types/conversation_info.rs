// Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ConversationStatus, ConversationTrigger, ProviderType, RuntimeStatus};
use apiarist_runtime::{DateTime, Object};

/// A conversation as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct ConversationInfo {
    /// Identifier of the conversation.
    pub conversation_id: String,
    /// Title of the conversation.
    pub title: String,
    /// When something last happened.
    pub last_updated_at: Option<DateTime>,
    /// Whether the agent loop runs. Default: `"STOPPED"`.
    pub status: Option<ConversationStatus>,
    /// State of the sandbox in which the agent works.
    pub runtime_status: Option<RuntimeStatus>,
    /// Repository that the work is about, as `owner/name`.
    pub selected_repository: Option<String>,
    /// Branch that the work starts from.
    pub selected_branch: Option<String>,
    /// Service that hosts the repository.
    pub git_provider: Option<ProviderType>,
    /// How the conversation began.
    pub trigger: Option<ConversationTrigger>,
    /// How many clients are connected now. Default: `0`.
    pub num_connections: Option<i64>,
    /// Address of the conversation, if it runs elsewhere.
    pub url: Option<String>,
    /// Key for that address.
    pub session_api_key: Option<String>,
    /// When the conversation was made.
    pub created_at: Option<DateTime>,
    /// Pull requests that came of the conversation.
    pub pr_number: Option<Vec<i64>>,
}
