// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{ComputerAction, ComputerActionList, ComputerCallSafetyCheckParam};
use apiarist_runtime::Object;

/// Computer actions for the caller to perform.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "computer_call"))]
pub struct ComputerToolCall {
    /// ID of the item.
    pub id: String,
    /// ID that links a call to its result.
    pub call_id: String,
    /// The action.
    pub action: Option<ComputerAction>,
    /// The actions, if there are several.
    pub actions: Option<ComputerActionList>,
    /// Safety checks that the caller must acknowledge first.
    pub pending_safety_checks: Vec<ComputerCallSafetyCheckParam>,
    /// Status of the item.
    pub status: ComputerToolCallStatus,
}

/// Status of the item.
pub type ComputerToolCallStatus = super::shared::Status;
