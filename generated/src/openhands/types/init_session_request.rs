//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{CreateMicroagent, McpConfig, ProviderType, SuggestedTask};
use apiarist_runtime::object;

object! {
    /// What a new conversation shall begin with.
    pub struct InitSessionRequest {
        /// Repository to work on, as `owner/name`.
        repository: maybe(String) = "repository",
        /// Service that hosts the repository.
        git_provider: maybe(ProviderType) = "git_provider",
        /// Branch to start from.
        selected_branch: maybe(String) = "selected_branch",
        /// First message to the agent.
        initial_user_msg: maybe(String) = "initial_user_msg",
        /// Pictures that go with the first message, as addresses or data URLs.
        image_urls: maybe(Vec<String>) = "image_urls",
        /// Recorded trajectory to play again, as JSON text.
        replay_json: maybe(String) = "replay_json",
        /// Proposed task to take on.
        suggested_task: maybe(SuggestedTask) = "suggested_task",
        /// Microagent to write.
        create_microagent: maybe(CreateMicroagent) = "create_microagent",
        /// Standing instructions for this conversation.
        conversation_instructions: maybe(String) = "conversation_instructions",
        /// Tool servers that the agent may use.
        mcp_config: maybe(McpConfig) = "mcp_config",
        /// Identifier that the new conversation shall have.
        conversation_id: optional(String) = "conversation_id",
    }
    new()
}
