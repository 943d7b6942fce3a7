//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::string_enum;

/// Whether an assistant's message is a remark on the way or the final answer.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MessagePhase {
    Commentary,
    FinalAnswer,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(MessagePhase {
    Commentary: "commentary",
    FinalAnswer: "final_answer",
});
