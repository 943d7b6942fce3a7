// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A program of the model made the call.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "program"))]
pub struct ProgramToolCallCallerParam {
    /// Call of the program. 1 to 64 characters.
    pub caller_id: String,
}
