//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ComputerAction, ComputerActionList, ComputerCallSafetyCheckParam, Status};
use apiarist_runtime::object;

object! {
    /// Actions on a screen that the caller shall carry out.
    pub struct ComputerToolCall {
        "type" = "computer_call",
        /// Identifier of the item.
        id: required(String) = "id",
        /// Identifier that ties a call to its result.
        call_id: required(String) = "call_id",
        /// The action.
        action: optional(ComputerAction) = "action",
        /// The actions, when there are several.
        actions: optional(into ComputerActionList) = "actions",
        /// Checks that the caller must confirm first.
        pending_safety_checks: required(Vec<ComputerCallSafetyCheckParam>)
            = "pending_safety_checks",
        /// How far the item is.
        status: required(Status) = "status",
    }
    new(
        id(String),
        call_id(String),
        pending_safety_checks(Vec<ComputerCallSafetyCheckParam>),
        status(Status),
    )
}
