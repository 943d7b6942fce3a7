// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ProgramOutputItemStatus;
use apiarist_runtime::Object;

/// What a program of the model gave back.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "program_output"))]
pub struct ProgramOutputItemParam {
    /// Identifier of the item.
    pub id: String,
    /// Identifier that ties a call to its result. 1 to 64 characters.
    pub call_id: String,
    /// The result. At most 10485760 characters.
    pub result: String,
    /// How far the item is.
    pub status: ProgramOutputItemStatus,
}
