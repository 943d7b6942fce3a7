// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// Role of a message's author.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum MessageRole {
    /// `unknown`
    #[wire("unknown")]
    UnknownValue,
    /// `user`
    User,
    /// `assistant`
    Assistant,
    /// `system`
    System,
    /// `critic`
    Critic,
    /// `discriminator`
    Discriminator,
    /// `developer`
    Developer,
    /// `tool`
    Tool,
    /// A value unknown to this version.
    Unknown(String),
}
