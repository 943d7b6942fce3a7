//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// A program of the model made the call.
#[derive(Clone, Debug, PartialEq)]
pub struct ProgramToolCallCallerParam {
    /// Call of the program.
    ///
    /// 1 to 64 characters.
    pub caller_id: String,
}
object!(ProgramToolCallCallerParam {
    "type" = "program",
    caller_id: required("caller_id"),
});

impl ProgramToolCallCallerParam {
    /// With what is required.
    pub fn new(caller_id: impl Into<String>) -> Self {
        Self {
            caller_id: caller_id.into(),
        }
    }
}
