//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    FunctionCallItemStatus, InputFileContentParam, InputImageContentParamAutoParam,
    InputTextContentParam, ToolCallCallerParam,
};
use apiarist_runtime::{Maybe, Value, object, tagged_union, union};

/// What a function gave back.
#[derive(Clone, Debug, PartialEq)]
pub struct FunctionCallOutputItemParam {
    /// Identifier of the item.
    pub id: Maybe<String>,
    /// Identifier that ties a call to its result.
    pub call_id: Maybe<String>,
    /// Result as text, or as a list of parts.
    pub output: FunctionCallOutputItemParamOutput,
    /// Name of the function.
    pub name: Maybe<String>,
    /// Namespace of the tool.
    pub namespace: Maybe<String>,
    /// Who made the call.
    pub caller: Maybe<ToolCallCallerParam>,
    /// How far the item is.
    pub status: Maybe<FunctionCallItemStatus>,
}
object!(FunctionCallOutputItemParam {
    "type" = "function_call_output",
    id: maybe("id"),
    call_id: maybe("call_id"),
    output: required("output"),
    name: maybe("name"),
    namespace: maybe("namespace"),
    caller: maybe("caller"),
    status: maybe("status"),
});

impl FunctionCallOutputItemParam {
    /// With what is required.
    pub fn new(output: FunctionCallOutputItemParamOutput) -> Self {
        Self {
            id: Maybe::Absent,
            call_id: Maybe::Absent,
            output,
            name: Maybe::Absent,
            namespace: Maybe::Absent,
            caller: Maybe::Absent,
            status: Maybe::Absent,
        }
    }

    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Maybe::Value(id.into());
        self
    }

    pub fn call_id(mut self, call_id: impl Into<String>) -> Self {
        self.call_id = Maybe::Value(call_id.into());
        self
    }

    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Maybe::Value(name.into());
        self
    }

    pub fn namespace(mut self, namespace: impl Into<String>) -> Self {
        self.namespace = Maybe::Value(namespace.into());
        self
    }

    pub fn caller(mut self, caller: ToolCallCallerParam) -> Self {
        self.caller = Maybe::Value(caller);
        self
    }

    pub fn status(mut self, status: FunctionCallItemStatus) -> Self {
        self.status = Maybe::Value(status);
        self
    }
}

/// Result as text, or as a list of parts.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FunctionCallOutputItemParamOutput {
    /// At most 10485760 characters.
    String(String),
    FunctionCallOutputItemParamOutputArrayItems(Vec<FunctionCallOutputItemParamOutputArrayItem>),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
union!(FunctionCallOutputItemParamOutput {
    String: string(),
    FunctionCallOutputItemParamOutputArrayItems: array(),
});

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FunctionCallOutputItemParamOutputArrayItem {
    InputText(InputTextContentParam),
    InputImage(InputImageContentParamAutoParam),
    InputFile(InputFileContentParam),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
tagged_union!(FunctionCallOutputItemParamOutputArrayItem by "type" {
    InputText: "input_text",
    InputImage: "input_image",
    InputFile: "input_file",
});
