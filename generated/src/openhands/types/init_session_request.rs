// Written by apiarist from specs/openhands/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{CreateMicroagent, McpConfig, ProviderType, SuggestedTask};
use apiarist_runtime::{Maybe, Object};

/// Settings of a new conversation.
#[derive(Clone, Default, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct InitSessionRequest {
    /// Repository to work on, as `owner/name`.
    pub repository: Maybe<String>,
    /// Hosting provider of the repository.
    pub git_provider: Maybe<ProviderType>,
    /// Branch to start from.
    pub selected_branch: Maybe<String>,
    /// Initial message to the agent.
    pub initial_user_msg: Maybe<String>,
    /// Images for the initial message, as URLs or data URLs.
    pub image_urls: Maybe<Vec<String>>,
    /// Recorded trajectory to replay, as a JSON string.
    pub replay_json: Maybe<String>,
    /// Suggested task to work on.
    pub suggested_task: Maybe<SuggestedTask>,
    /// Microagent to create.
    pub create_microagent: Maybe<CreateMicroagent>,
    /// Instructions for this conversation.
    pub conversation_instructions: Maybe<String>,
    /// MCP servers that the agent can use.
    pub mcp_config: Maybe<McpConfig>,
    /// ID to assign to the new conversation.
    pub conversation_id: Option<String>,
}
