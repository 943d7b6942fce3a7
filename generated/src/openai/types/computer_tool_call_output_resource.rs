//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ComputerCallSafetyCheckParam, ComputerScreenshotImage};
use apiarist_runtime::{object, string_enum};

object! {
    /// A stored picture of the screen after an action.
    pub struct ComputerToolCallOutputResource {
        "type" = "computer_call_output",
        /// Identifier of the item.
        id: required(String) = "id",
        /// Identifier that ties a call to its result.
        call_id: required(String) = "call_id",
        /// Checks that the caller has confirmed.
        acknowledged_safety_checks: optional(Vec<ComputerCallSafetyCheckParam>)
            = "acknowledged_safety_checks",
        /// Picture of the screen.
        output: required(ComputerScreenshotImage) = "output",
        /// How far the result is.
        status: required(ComputerToolCallOutputResourceStatus) = "status",
        /// Who made the item.
        created_by: optional(String) = "created_by",
    }
}

string_enum! {
    /// How far the item is.
    pub enum ComputerToolCallOutputResourceStatus {
        Completed = "completed",
        Incomplete = "incomplete",
    }
}
