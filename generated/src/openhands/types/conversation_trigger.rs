// Written by apiarist from specs/openhands/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// Trigger that started a conversation.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ConversationTrigger {
    /// `resolver`
    Resolver,
    /// `gui`
    Gui,
    /// `suggested_task`
    SuggestedTask,
    /// `openhands_api`
    OpenhandsApi,
    /// `slack`
    Slack,
    /// `microagent_management`
    MicroagentManagement,
    /// `jira`
    Jira,
    /// `jira_dc`
    JiraDc,
    /// `linear`
    Linear,
    /// A value unknown to this version.
    Unknown(String),
}
