// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// Whether an assistant's message is a remark on the way or the final answer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum MessagePhase2 {
    /// `commentary`
    #[wire("commentary")]
    Commentary,
    /// `final_answer`
    #[wire("final_answer")]
    FinalAnswer,
    /// A value that this version does not know.
    Unknown(String),
}
