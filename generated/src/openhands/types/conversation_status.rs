//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// Whether the agent loop of a conversation runs.
#[derive(Clone, Debug, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum ConversationStatus {
    #[wire("STARTING")]
    Starting,
    #[wire("RUNNING")]
    Running,
    #[wire("STOPPED")]
    Stopped,
    /// A value that this version does not know.
    Unknown(String),
}
