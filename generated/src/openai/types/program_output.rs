//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ProgramOutputStatus;
use apiarist_runtime::object;

object! {
    /// What a program of the model gave back.
    pub struct ProgramOutput {
        "type" = "program_output",
        /// Identifier of the item.
        id: required(String) = "id",
        /// Identifier that ties a call to its result.
        call_id: required(String) = "call_id",
        /// The result.
        result: required(String) = "result",
        /// How far the item is.
        status: required(ProgramOutputStatus) = "status",
    }
}
