// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::ProgramOutputStatus;
use apiarist_runtime::Object;

/// The output of a program that the model wrote.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, is("type", "program_output"))]
#[non_exhaustive]
pub struct ProgramOutput {
    /// ID of the item.
    pub id: String,
    /// ID that links a call to its result.
    pub call_id: String,
    /// The result.
    pub result: String,
    /// Status of the item.
    pub status: ProgramOutputStatus,
}
