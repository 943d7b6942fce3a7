//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::string_enum;

/// How far a message is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MessageStatus {
    InProgress,
    Completed,
    Incomplete,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(MessageStatus {
    InProgress: "in_progress",
    Completed: "completed",
    Incomplete: "incomplete",
});
