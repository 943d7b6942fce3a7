// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A call by a program that the model wrote.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "program"))]
pub struct ProgramToolCallCaller {
    /// ID of the program's call.
    pub caller_id: String,
}
