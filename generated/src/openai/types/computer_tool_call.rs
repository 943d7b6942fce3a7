//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ComputerAction, ComputerActionList, ComputerCallSafetyCheckParam, Status};
use apiarist_runtime::{list, object};

/// Actions on a screen that the caller shall carry out.
#[derive(Clone, Debug, PartialEq)]
pub struct ComputerToolCall {
    /// Identifier of the item.
    pub id: String,
    /// Identifier that ties a call to its result.
    pub call_id: String,
    /// The action.
    pub action: Option<ComputerAction>,
    /// The actions, when there are several.
    pub actions: Option<ComputerActionList>,
    /// Checks that the caller must confirm first.
    pub pending_safety_checks: Vec<ComputerCallSafetyCheckParam>,
    /// How far the item is.
    pub status: Status,
}
object!(ComputerToolCall {
    "type" = "computer_call",
    id: required("id"),
    call_id: required("call_id"),
    action: optional("action"),
    actions: optional("actions"),
    pending_safety_checks: required("pending_safety_checks"),
    status: required("status"),
});

impl ComputerToolCall {
    /// With what is required.
    pub fn new(
        id: impl Into<String>,
        call_id: impl Into<String>,
        pending_safety_checks: impl IntoIterator<Item: Into<ComputerCallSafetyCheckParam>>,
        status: Status,
    ) -> Self {
        Self {
            id: id.into(),
            call_id: call_id.into(),
            action: None,
            actions: None,
            pending_safety_checks: list(pending_safety_checks),
            status,
        }
    }

    pub fn action(mut self, action: ComputerAction) -> Self {
        self.action = Some(action);
        self
    }

    pub fn actions(mut self, actions: impl IntoIterator<Item: Into<ComputerAction>>) -> Self {
        self.actions = Some(list(actions));
        self
    }
}
