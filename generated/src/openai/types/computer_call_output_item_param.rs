// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    ComputerCallSafetyCheckParam, ComputerScreenshotImage, FunctionCallItemStatus,
};
use apiarist_runtime::{Maybe, Object};

/// What the screen shows after an action.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "computer_call_output"))]
pub struct ComputerCallOutputItemParam {
    /// Identifier of the item.
    pub id: Maybe<String>,
    /// Identifier that ties a call to its result. 1 to 64 characters.
    pub call_id: String,
    /// Picture of the screen.
    pub output: ComputerScreenshotImage,
    /// Checks that the caller has confirmed.
    pub acknowledged_safety_checks: Maybe<Vec<ComputerCallSafetyCheckParam>>,
    /// How far the item is.
    pub status: Maybe<FunctionCallItemStatus>,
}
