// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{
    FunctionCallItemStatus, InputFileContentParam, InputImageContentParamAutoParam,
    InputTextContentParam, ToolCallCallerParam,
};
use apiarist_runtime::{Maybe, Object, TaggedUnion, Union, Value};

/// The result of a function call.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "function_call_output"))]
pub struct FunctionCallOutputItemParam {
    /// ID of the item.
    pub id: Maybe<String>,
    /// ID that links a call to its result.
    pub call_id: Maybe<String>,
    /// Result, as text or an array of parts.
    pub output: FunctionCallOutputItemParamOutput,
    /// Name of the function.
    pub name: Maybe<String>,
    /// Namespace of the tool.
    pub namespace: Maybe<String>,
    /// Origin of the call.
    pub caller: Maybe<ToolCallCallerParam>,
    /// Status of the item.
    pub status: Maybe<FunctionCallItemStatus>,
}

/// Result, as text or an array of parts.
#[derive(Clone, Union)]
#[union(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FunctionCallOutputItemParamOutput {
    /// At most 10485760 characters.
    #[shape(string)]
    String(String),
    #[shape(array)]
    FunctionCallOutputItemParamOutputArrayItems(
        Vec<FunctionCallOutputItemParamOutputArrayItem>,
    ),
    /// A value that matches no known variant.
    Unknown(Value),
}

/// Variant of [`FunctionCallOutputItemParamOutput`].
#[derive(Clone, TaggedUnion)]
#[union(Debug, PartialEq, Eq, Hash, tag = "type")]
#[non_exhaustive]
pub enum FunctionCallOutputItemParamOutputArrayItem {
    #[wire("input_text")]
    InputText(InputTextContentParam),
    #[wire("input_image")]
    InputImage(InputImageContentParamAutoParam),
    #[wire("input_file")]
    InputFile(InputFileContentParam),
    /// A value that matches no known variant.
    Unknown(Value),
}
