//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ConversationStatus, ConversationTrigger, ProviderType, RuntimeStatus};
use apiarist_runtime::{DateTime, object};

object! {
    /// A conversation as lists show it.
    pub struct ConversationInfo {
        /// Identifier of the conversation.
        conversation_id: required(String) = "conversation_id",
        /// Title of the conversation.
        title: required(String) = "title",
        /// When something last happened.
        last_updated_at: optional(DateTime) = "last_updated_at",
        /// Whether the agent loop runs. Default: `"STOPPED"`.
        status: optional(ConversationStatus) = "status",
        /// State of the sandbox in which the agent works.
        runtime_status: optional(RuntimeStatus) = "runtime_status",
        /// Repository that the work is about, as `owner/name`.
        selected_repository: optional(String) = "selected_repository",
        /// Branch that the work starts from.
        selected_branch: optional(String) = "selected_branch",
        /// Service that hosts the repository.
        git_provider: optional(ProviderType) = "git_provider",
        /// How the conversation began.
        trigger: optional(ConversationTrigger) = "trigger",
        /// How many clients are connected now. Default: `0`.
        num_connections: optional(i64) = "num_connections",
        /// Address of the conversation, if it runs elsewhere.
        url: optional(String) = "url",
        /// Key for that address.
        session_api_key: optional(String) = "session_api_key",
        /// When the conversation was made.
        created_at: optional(DateTime) = "created_at",
        /// Pull requests that came of the conversation.
        pr_number: optional(Vec<i64>) = "pr_number",
    }
}
