//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    FunctionCallItemStatus, InputFileContentParam, InputImageContentParamAutoParam,
    InputTextContentParam, ToolCallCallerParam,
};
use apiarist_runtime::{object, tagged_union, union};

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

union! {
    /// Result as text, or as a list of parts.
    pub enum FunctionCallOutputItemParamOutput {
        /// At most 10485760 characters.
        String(String) = string(),
        FunctionCallOutputItemParamOutputArrayItems(Vec<FunctionCallOutputItemParamOutputArrayItem>)
            = array(),
    }
}

tagged_union! {
    pub enum FunctionCallOutputItemParamOutputArrayItem by "type" {
        InputText(InputTextContentParam) = "input_text",
        InputImage(InputImageContentParamAutoParam) = "input_image",
        InputFile(InputFileContentParam) = "input_file",
    }
}
