// Written by apiarist from specs/openhands/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// Status of a conversation's agent loop.
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
    /// A value unknown to this version.
    Unknown(String),
}
