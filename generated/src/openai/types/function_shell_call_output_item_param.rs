//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    FunctionShellCallItemStatus, FunctionShellCallOutputContentParam, ToolCallCallerParam,
};
use apiarist_runtime::{Maybe, list, object};

/// What commands in a shell gave back.
#[derive(Clone, Debug, PartialEq)]
pub struct FunctionShellCallOutputItemParam {
    /// Identifier of the item.
    pub id: Maybe<String>,
    /// Identifier that ties a call to its result.
    ///
    /// 1 to 64 characters.
    pub call_id: String,
    /// Who made the call.
    pub caller: Maybe<ToolCallCallerParam>,
    /// One entry for each command.
    pub output: Vec<FunctionShellCallOutputContentParam>,
    /// How far the item is.
    pub status: Maybe<FunctionShellCallItemStatus>,
    /// Longest output to keep, in characters.
    pub max_output_length: Maybe<i64>,
}
object!(FunctionShellCallOutputItemParam {
    "type" = "shell_call_output",
    id: maybe("id"),
    call_id: required("call_id"),
    caller: maybe("caller"),
    output: required("output"),
    status: maybe("status"),
    max_output_length: maybe("max_output_length"),
});

impl FunctionShellCallOutputItemParam {
    /// With what is required.
    pub fn new(
        call_id: impl Into<String>,
        output: impl IntoIterator<Item: Into<FunctionShellCallOutputContentParam>>,
    ) -> Self {
        Self {
            id: Maybe::Absent,
            call_id: call_id.into(),
            caller: Maybe::Absent,
            output: list(output),
            status: Maybe::Absent,
            max_output_length: Maybe::Absent,
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

    pub fn status(mut self, status: FunctionShellCallItemStatus) -> Self {
        self.status = Maybe::Value(status);
        self
    }

    pub fn max_output_length(mut self, max_output_length: i64) -> Self {
        self.max_output_length = Maybe::Value(max_output_length);
        self
    }
}
