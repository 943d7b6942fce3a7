// Written by apiarist from specs/openhands/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// Trigger that started a conversation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum ConversationTrigger {
    /// `resolver`
    #[wire("resolver")]
    Resolver,
    /// `gui`
    #[wire("gui")]
    Gui,
    /// `suggested_task`
    #[wire("suggested_task")]
    SuggestedTask,
    /// `openhands_api`
    #[wire("openhands_api")]
    OpenhandsApi,
    /// `slack`
    #[wire("slack")]
    Slack,
    /// `microagent_management`
    #[wire("microagent_management")]
    MicroagentManagement,
    /// `jira`
    #[wire("jira")]
    Jira,
    /// `jira_dc`
    #[wire("jira_dc")]
    JiraDc,
    /// `linear`
    #[wire("linear")]
    Linear,
    /// A value unknown to this version.
    Unknown(String),
}
