//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ApplyPatchCallStatusParam, ApplyPatchOperationParam, ToolCallCallerParam};
use apiarist_runtime::{Maybe, object};

/// A change of a file that the caller shall carry out.
#[derive(Clone, Debug, PartialEq)]
pub struct ApplyPatchToolCallItemParam {
    /// Identifier of the item.
    pub id: Maybe<String>,
    /// Identifier that ties a call to its result.
    ///
    /// 1 to 64 characters.
    pub call_id: String,
    /// Who made the call.
    pub caller: Maybe<ToolCallCallerParam>,
    /// How far the item is.
    pub status: ApplyPatchCallStatusParam,
    /// The change.
    pub operation: ApplyPatchOperationParam,
}
object!(ApplyPatchToolCallItemParam {
    "type" = "apply_patch_call",
    id: maybe("id"),
    call_id: required("call_id"),
    caller: maybe("caller"),
    status: required("status"),
    operation: required("operation"),
});

impl ApplyPatchToolCallItemParam {
    /// With what is required.
    pub fn new(
        call_id: impl Into<String>,
        status: ApplyPatchCallStatusParam,
        operation: ApplyPatchOperationParam,
    ) -> Self {
        Self {
            id: Maybe::Absent,
            call_id: call_id.into(),
            caller: Maybe::Absent,
            status,
            operation,
        }
    }

    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Maybe::Value(id.into());
        self
    }

    pub fn caller(mut self, caller: ToolCallCallerParam) -> Self {
        self.caller = Maybe::Value(caller);
        self
    }
}
