//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// How a conversation began.
#[derive(Clone, Debug, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum ConversationTrigger {
    #[wire("resolver")]
    Resolver,
    #[wire("gui")]
    Gui,
    #[wire("suggested_task")]
    SuggestedTask,
    #[wire("openhands_api")]
    OpenhandsApi,
    #[wire("slack")]
    Slack,
    #[wire("microagent_management")]
    MicroagentManagement,
    #[wire("jira")]
    Jira,
    #[wire("jira_dc")]
    JiraDc,
    #[wire("linear")]
    Linear,
    /// A value that this version does not know.
    Unknown(String),
}
