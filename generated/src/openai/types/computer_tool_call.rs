// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ComputerAction, ComputerActionList, ComputerCallSafetyCheckParam, Status};
use apiarist_runtime::Object;

/// Actions on a screen that the caller shall carry out.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "computer_call"))]
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
