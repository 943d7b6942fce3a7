//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ProgramOutputItemStatus;
use apiarist_runtime::object;

/// What a program of the model gave back.
#[derive(Clone, Debug, PartialEq)]
pub struct ProgramOutputItemParam {
    /// Identifier of the item.
    pub id: String,
    /// Identifier that ties a call to its result.
    ///
    /// 1 to 64 characters.
    pub call_id: String,
    /// The result.
    ///
    /// At most 10485760 characters.
    pub result: String,
    /// How far the item is.
    pub status: ProgramOutputItemStatus,
}
object!(ProgramOutputItemParam {
    "type" = "program_output",
    id: required("id"),
    call_id: required("call_id"),
    result: required("result"),
    status: required("status"),
});

impl ProgramOutputItemParam {
    /// With what is required.
    pub fn new(
        id: impl Into<String>,
        call_id: impl Into<String>,
        result: impl Into<String>,
        status: ProgramOutputItemStatus,
    ) -> Self {
        Self {
            id: id.into(),
            call_id: call_id.into(),
            result: result.into(),
            status,
        }
    }
}
