//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// Who speaks in a message.
#[derive(Clone, Debug, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum MessageRole {
    #[wire("unknown")]
    UnknownValue,
    #[wire("user")]
    User,
    #[wire("assistant")]
    Assistant,
    #[wire("system")]
    System,
    #[wire("critic")]
    Critic,
    #[wire("discriminator")]
    Discriminator,
    #[wire("developer")]
    Developer,
    #[wire("tool")]
    Tool,
    /// A value that this version does not know.
    Unknown(String),
}
