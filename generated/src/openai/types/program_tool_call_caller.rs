// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A program of the model made the call.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "program"))]
pub struct ProgramToolCallCaller {
    /// Call of the program.
    pub caller_id: String,
}
