// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{ComputerCallSafetyCheckParam, ComputerScreenshotImage};
use apiarist_runtime::Object;

/// The result of a computer action.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "computer_call_output"))]
pub struct ComputerToolCallOutput {
    /// ID of the item.
    pub id: Option<String>,
    /// ID that links a call to its result.
    pub call_id: String,
    /// Safety checks that the caller has acknowledged.
    pub acknowledged_safety_checks: Option<Vec<ComputerCallSafetyCheckParam>>,
    /// Screenshot after the action.
    pub output: ComputerScreenshotImage,
    /// Status of the item.
    pub status: Option<ComputerToolCallOutputStatus>,
}

/// Status of the item.
pub type ComputerToolCallOutputStatus = super::shared::Status;
