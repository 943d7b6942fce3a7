//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ComputerCallSafetyCheckParam, ComputerScreenshotImage, Status};
use apiarist_runtime::object;

object! {
    /// What the screen shows after an action.
    pub struct ComputerToolCallOutput {
        "type" = "computer_call_output",
        /// Identifier of the item.
        id: optional(String) = "id",
        /// Identifier that ties a call to its result.
        call_id: required(String) = "call_id",
        /// Checks that the caller has confirmed.
        acknowledged_safety_checks: optional(Vec<ComputerCallSafetyCheckParam>)
            = "acknowledged_safety_checks",
        /// Picture of the screen.
        output: required(ComputerScreenshotImage) = "output",
        /// How far the item is.
        status: optional(Status) = "status",
    }
    new(call_id(String), output(ComputerScreenshotImage))
}
