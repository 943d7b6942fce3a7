// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::ProgramOutputItemStatus;
use apiarist_runtime::Object;

/// The output of a program that the model wrote.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "program_output"))]
pub struct ProgramOutputItemParam {
    /// ID of the item.
    pub id: String,
    /// ID that links a call to its result. 1 to 64 characters.
    pub call_id: String,
    /// The result. At most 10485760 characters.
    pub result: String,
    /// Status of the item.
    pub status: ProgramOutputItemStatus,
}
