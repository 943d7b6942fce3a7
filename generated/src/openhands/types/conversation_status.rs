//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::string_enum;

/// Whether the agent loop of a conversation runs.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ConversationStatus {
    Starting,
    Running,
    Stopped,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(ConversationStatus {
    Starting: "STARTING",
    Running: "RUNNING",
    Stopped: "STOPPED",
});
