// Written by apiarist from specs/openhands/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// Status of a conversation's agent loop.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash, rename_all = "SCREAMING_SNAKE_CASE")]
#[non_exhaustive]
pub enum ConversationStatus {
    /// `STARTING`
    Starting,
    /// `RUNNING`
    Running,
    /// `STOPPED`
    Stopped,
    /// A value unknown to this version.
    Unknown(String),
}
