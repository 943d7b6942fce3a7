//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ApplyPatchCallOutputStatusParam, ToolCallCallerParam};
use apiarist_runtime::{Maybe, object};

/// How a change of a file went.
#[derive(Clone, Debug, PartialEq)]
pub struct ApplyPatchToolCallOutputItemParam {
    /// Identifier of the item.
    pub id: Maybe<String>,
    /// Identifier that ties a call to its result.
    ///
    /// 1 to 64 characters.
    pub call_id: String,
    /// Who made the call.
    pub caller: Maybe<ToolCallCallerParam>,
    /// How far the item is.
    pub status: ApplyPatchCallOutputStatusParam,
    /// Text for the model, such as an error.
    pub output: Maybe<String>,
}
object!(ApplyPatchToolCallOutputItemParam {
    "type" = "apply_patch_call_output",
    id: maybe("id"),
    call_id: required("call_id"),
    caller: maybe("caller"),
    status: required("status"),
    output: maybe("output"),
});

impl ApplyPatchToolCallOutputItemParam {
    /// With what is required.
    pub fn new(call_id: impl Into<String>, status: ApplyPatchCallOutputStatusParam) -> Self {
        Self {
            id: Maybe::Absent,
            call_id: call_id.into(),
            caller: Maybe::Absent,
            status,
            output: Maybe::Absent,
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

    pub fn output(mut self, output: impl Into<String>) -> Self {
        self.output = Maybe::Value(output.into());
        self
    }
}
