//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ComputerCallSafetyCheckParam, ComputerScreenshotImage, FunctionCallItemStatus};
use apiarist_runtime::object;

object! {
    /// What the screen shows after an action.
    pub struct ComputerCallOutputItemParam {
        "type" = "computer_call_output",
        /// Identifier of the item.
        id: maybe(String) = "id",
        /// Identifier that ties a call to its result. 1 to 64 characters.
        call_id: required(String) = "call_id",
        /// Picture of the screen.
        output: required(ComputerScreenshotImage) = "output",
        /// Checks that the caller has confirmed.
        acknowledged_safety_checks: maybe(Vec<ComputerCallSafetyCheckParam>)
            = "acknowledged_safety_checks",
        /// How far the item is.
        status: maybe(FunctionCallItemStatus) = "status",
    }
    new(call_id(String), output(ComputerScreenshotImage))
}
