//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::string_enum;

string_enum! {
    /// How a conversation began.
    pub enum ConversationTrigger {
        Resolver = "resolver",
        Gui = "gui",
        SuggestedTask = "suggested_task",
        OpenhandsApi = "openhands_api",
        Slack = "slack",
        MicroagentManagement = "microagent_management",
        Jira = "jira",
        JiraDc = "jira_dc",
        Linear = "linear",
    }
}
