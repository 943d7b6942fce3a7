// Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{CreateMicroagent, McpConfig, ProviderType, SuggestedTask};
use apiarist_runtime::{Maybe, Object};

/// What a new conversation shall begin with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct InitSessionRequest {
    /// Repository to work on, as `owner/name`.
    pub repository: Maybe<String>,
    /// Service that hosts the repository.
    pub git_provider: Maybe<ProviderType>,
    /// Branch to start from.
    pub selected_branch: Maybe<String>,
    /// First message to the agent.
    pub initial_user_msg: Maybe<String>,
    /// Pictures that go with the first message, as addresses or data URLs.
    pub image_urls: Maybe<Vec<String>>,
    /// Recorded trajectory to play again, as JSON text.
    pub replay_json: Maybe<String>,
    /// Proposed task to take on.
    pub suggested_task: Maybe<SuggestedTask>,
    /// Microagent to write.
    pub create_microagent: Maybe<CreateMicroagent>,
    /// Standing instructions for this conversation.
    pub conversation_instructions: Maybe<String>,
    /// Tool servers that the agent may use.
    pub mcp_config: Maybe<McpConfig>,
    /// Identifier that the new conversation shall have.
    pub conversation_id: Option<String>,
}
