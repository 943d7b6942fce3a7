//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::string_enum;

/// Who speaks in a message.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MessageRole {
    UnknownValue,
    User,
    Assistant,
    System,
    Critic,
    Discriminator,
    Developer,
    Tool,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(MessageRole {
    UnknownValue: "unknown",
    User: "user",
    Assistant: "assistant",
    System: "system",
    Critic: "critic",
    Discriminator: "discriminator",
    Developer: "developer",
    Tool: "tool",
});
