//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// A program of the model made the call.
#[derive(Clone, Debug, PartialEq)]
pub struct ProgramToolCallCaller {
    /// Call of the program.
    pub caller_id: String,
}
object!(ProgramToolCallCaller {
    "type" = "program",
    caller_id: required("caller_id"),
});

impl ProgramToolCallCaller {
    /// With what is required.
    pub fn new(caller_id: impl Into<String>) -> Self {
        Self {
            caller_id: caller_id.into(),
        }
    }
}
