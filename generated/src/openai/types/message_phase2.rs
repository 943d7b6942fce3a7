//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::string_enum;

string_enum! {
    /// Whether an assistant's message is a remark on the way or the final answer.
    pub enum MessagePhase2 {
        Commentary = "commentary",
        FinalAnswer = "final_answer",
    }
}
