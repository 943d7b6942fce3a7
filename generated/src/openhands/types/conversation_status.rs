// Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// Whether the agent loop of a conversation runs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum ConversationStatus {
    /// `STARTING`
    #[wire("STARTING")]
    Starting,
    /// `RUNNING`
    #[wire("RUNNING")]
    Running,
    /// `STOPPED`
    #[wire("STOPPED")]
    Stopped,
    /// A value that this version does not know.
    Unknown(String),
}
