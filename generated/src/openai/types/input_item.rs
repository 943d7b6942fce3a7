// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{
    CompactionTriggerItemParam, EasyInputMessage, Item, ItemReferenceParam,
    ProgramItemParam, ProgramOutputItemParam,
};
use apiarist_runtime::{Union, Value};

/// An item to add to a conversation: a simplified message, a full item, or a reference to a stored item.
#[derive(Clone, Union)]
#[union(Debug, PartialEq)]
#[non_exhaustive]
pub enum InputItem {
    #[shape(object, has("role", "content"), is_or_absent("type", "message"))]
    EasyInputMessage(EasyInputMessage),
    #[shape(
        object,
        is("type", "message", "file_search_call", "computer_call", "computer_call_output", "web_search_call",
            "function_call", "function_call_output", "tool_search_call", "tool_search_output", "additional_tools",
            "reasoning", "compaction", "image_generation_call", "code_interpreter_call", "local_shell_call",
            "local_shell_call_output", "shell_call", "shell_call_output", "apply_patch_call", "apply_patch_call_output",
            "mcp_list_tools", "mcp_approval_request", "mcp_approval_response", "mcp_call", "custom_tool_call_output",
            "custom_tool_call")
    )]
    #[shape(object, has("role", "content"), is_or_absent("type", "message"))]
    Item(Item),
    #[shape(object, is("type", "compaction_trigger"))]
    CompactionTriggerItemParam(CompactionTriggerItemParam),
    #[shape(object, has("id"), is_or_absent("type", "item_reference"))]
    ItemReferenceParam(ItemReferenceParam),
    #[shape(object, has("id", "call_id", "code", "fingerprint"), is("type", "program"))]
    ProgramItemParam(ProgramItemParam),
    #[shape(object, has("id", "call_id", "result", "status"), is("type", "program_output"))]
    ProgramOutputItemParam(ProgramOutputItemParam),
    /// A value that matches no known variant.
    Unknown(Value),
}
