// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// Whether an assistant message is intermediate commentary or the final answer.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum MessagePhase {
    /// `commentary`
    Commentary,
    /// `final_answer`
    FinalAnswer,
    /// A value unknown to this version.
    Unknown(String),
}
