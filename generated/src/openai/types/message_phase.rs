//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// Whether an assistant's message is a remark on the way or the final answer.
#[derive(Clone, Debug, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum MessagePhase {
    #[wire("commentary")]
    Commentary,
    #[wire("final_answer")]
    FinalAnswer,
    /// A value that this version does not know.
    Unknown(String),
}
