//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ComputerCallSafetyCheckParam, ComputerScreenshotImage, Status};
use apiarist_runtime::object;

/// A stored picture of the screen after an action.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ComputerToolCallOutputResource {
    /// Identifier of the item.
    pub id: String,
    /// Identifier that ties a call to its result.
    pub call_id: String,
    /// Checks that the caller has confirmed.
    pub acknowledged_safety_checks: Option<Vec<ComputerCallSafetyCheckParam>>,
    /// Picture of the screen.
    pub output: ComputerScreenshotImage,
    /// How far the result is.
    pub status: Status,
    /// Who made the item.
    pub created_by: Option<String>,
}
object!(ComputerToolCallOutputResource {
    "type" = "computer_call_output",
    id: required("id"),
    call_id: required("call_id"),
    acknowledged_safety_checks: optional("acknowledged_safety_checks"),
    output: required("output"),
    status: required("status"),
    created_by: optional("created_by"),
});
