// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ComputerCallSafetyCheckParam, ComputerScreenshotImage, Status};
use apiarist_runtime::Object;

/// What the screen shows after an action.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "computer_call_output"))]
pub struct ComputerToolCallOutput {
    /// Identifier of the item.
    pub id: Option<String>,
    /// Identifier that ties a call to its result.
    pub call_id: String,
    /// Checks that the caller has confirmed.
    pub acknowledged_safety_checks: Option<Vec<ComputerCallSafetyCheckParam>>,
    /// Picture of the screen.
    pub output: ComputerScreenshotImage,
    /// How far the item is.
    pub status: Option<Status>,
}
