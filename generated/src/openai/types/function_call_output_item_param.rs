//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    FunctionCallItemStatus, InputFileContentParam, InputImageContentParamAutoParam,
    InputTextContentParam, ToolCallCallerParam,
};
use apiarist_runtime::{Value, object, tagged_union, union};

object! {
    /// What a function gave back.
    pub struct FunctionCallOutputItemParam {
        "type" = "function_call_output",
        /// Identifier of the item.
        id: maybe(String) = "id",
        /// Identifier that ties a call to its result.
        call_id: maybe(String) = "call_id",
        /// Result as text, or as a list of parts.
        output: required(FunctionCallOutputItemParamOutput) = "output",
        /// Name of the function.
        name: maybe(String) = "name",
        /// Namespace of the tool.
        namespace: maybe(String) = "namespace",
        /// Who made the call.
        caller: maybe(ToolCallCallerParam) = "caller",
        /// How far the item is.
        status: maybe(FunctionCallItemStatus) = "status",
    }
    new(output(FunctionCallOutputItemParamOutput))
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
