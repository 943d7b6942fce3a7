//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// A program of the model made the call.
    pub struct ProgramToolCallCaller {
        "type" = "program",
        /// Call of the program.
        caller_id: required(String) = "caller_id",
    }
    new(caller_id(String))
}
