//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{CreateMicroagent, McpConfig, ProviderType, SuggestedTask};
use apiarist_runtime::{Maybe, list, object};

/// What a new conversation shall begin with.
#[derive(Clone, Debug, Default, PartialEq)]
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
object!(InitSessionRequest {
    repository: maybe("repository"),
    git_provider: maybe("git_provider"),
    selected_branch: maybe("selected_branch"),
    initial_user_msg: maybe("initial_user_msg"),
    image_urls: maybe("image_urls"),
    replay_json: maybe("replay_json"),
    suggested_task: maybe("suggested_task"),
    create_microagent: maybe("create_microagent"),
    conversation_instructions: maybe("conversation_instructions"),
    mcp_config: maybe("mcp_config"),
    conversation_id: optional("conversation_id"),
});

impl InitSessionRequest {
    pub fn repository(mut self, repository: impl Into<String>) -> Self {
        self.repository = Maybe::Value(repository.into());
        self
    }

    pub fn git_provider(mut self, git_provider: ProviderType) -> Self {
        self.git_provider = Maybe::Value(git_provider);
        self
    }

    pub fn selected_branch(mut self, selected_branch: impl Into<String>) -> Self {
        self.selected_branch = Maybe::Value(selected_branch.into());
        self
    }

    pub fn initial_user_msg(mut self, initial_user_msg: impl Into<String>) -> Self {
        self.initial_user_msg = Maybe::Value(initial_user_msg.into());
        self
    }

    pub fn image_urls(mut self, image_urls: impl IntoIterator<Item: Into<String>>) -> Self {
        self.image_urls = Maybe::Value(list(image_urls));
        self
    }

    pub fn replay_json(mut self, replay_json: impl Into<String>) -> Self {
        self.replay_json = Maybe::Value(replay_json.into());
        self
    }

    pub fn suggested_task(mut self, suggested_task: SuggestedTask) -> Self {
        self.suggested_task = Maybe::Value(suggested_task);
        self
    }

    pub fn create_microagent(mut self, create_microagent: CreateMicroagent) -> Self {
        self.create_microagent = Maybe::Value(create_microagent);
        self
    }

    pub fn conversation_instructions(
        mut self,
        conversation_instructions: impl Into<String>,
    ) -> Self {
        self.conversation_instructions = Maybe::Value(conversation_instructions.into());
        self
    }

    pub fn mcp_config(mut self, mcp_config: McpConfig) -> Self {
        self.mcp_config = Maybe::Value(mcp_config);
        self
    }

    pub fn conversation_id(mut self, conversation_id: impl Into<String>) -> Self {
        self.conversation_id = Some(conversation_id.into());
        self
    }
}
