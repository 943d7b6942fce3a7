// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{
    ComputerCallSafetyCheckParam, ComputerScreenshotImage, FunctionCallItemStatus,
};
use apiarist_runtime::{Maybe, Object};

/// The result of a computer action.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "computer_call_output"))]
pub struct ComputerCallOutputItemParam {
    /// ID of the item.
    pub id: Maybe<String>,
    /// ID that links a call to its result. 1 to 64 characters.
    pub call_id: String,
    /// Screenshot after the action.
    pub output: ComputerScreenshotImage,
    /// Safety checks that the caller has acknowledged.
    pub acknowledged_safety_checks: Maybe<Vec<ComputerCallSafetyCheckParam>>,
    /// Status of the item.
    pub status: Maybe<FunctionCallItemStatus>,
}
