//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ProgramOutputItemStatus;
use apiarist_runtime::object;

object! {
    /// What a program of the model gave back.
    pub struct ProgramOutputItemParam {
        "type" = "program_output",
        /// Identifier of the item.
        id: required(String) = "id",
        /// Identifier that ties a call to its result. 1 to 64 characters.
        call_id: required(String) = "call_id",
        /// The result. At most 10485760 characters.
        result: required(String) = "result",
        /// How far the item is.
        status: required(ProgramOutputItemStatus) = "status",
    }
    new(id(String), call_id(String), result(String), status(ProgramOutputItemStatus))
}
