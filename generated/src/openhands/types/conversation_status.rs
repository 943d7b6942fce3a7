//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::string_enum;

string_enum! {
    /// Whether the agent loop of a conversation runs.
    pub enum ConversationStatus {
        Starting = "STARTING",
        Running = "RUNNING",
        Stopped = "STOPPED",
    }
}
