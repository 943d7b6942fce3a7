// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ProgramOutputStatus;
use apiarist_runtime::Object;

/// What a program of the model gave back.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(is("type", "program_output"))]
#[non_exhaustive]
pub struct ProgramOutput {
    /// Identifier of the item.
    pub id: String,
    /// Identifier that ties a call to its result.
    pub call_id: String,
    /// The result.
    pub result: String,
    /// How far the item is.
    pub status: ProgramOutputStatus,
}
