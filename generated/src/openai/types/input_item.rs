//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    CompactionTriggerItemParam, EasyInputMessage, Item, ItemReferenceParam, ProgramItemParam,
    ProgramOutputItemParam,
};
use apiarist_runtime::union;

union! {
    /// An item to add to a conversation: a message in short form, a full item, or a reference to a stored one.
    pub enum InputItem {
        EasyInputMessage(EasyInputMessage) = object("role", "content", "type"? = "message"),
        Item(Item)
            = object("type" = "message" | "file_search_call" | "computer_call" | "computer_call_output" | "web_search_call" | "function_call" | "function_call_output" | "tool_search_call" | "tool_search_output" | "additional_tools" | "reasoning" | "compaction" | "image_generation_call" | "code_interpreter_call" | "local_shell_call" | "local_shell_call_output" | "shell_call" | "shell_call_output" | "apply_patch_call" | "apply_patch_call_output" | "mcp_list_tools" | "mcp_approval_request" | "mcp_approval_response" | "mcp_call" | "custom_tool_call_output" | "custom_tool_call")
                | object("type"? = "message", "role", "content"),
        CompactionTriggerItemParam(CompactionTriggerItemParam)
            = object("type" = "compaction_trigger"),
        ItemReferenceParam(ItemReferenceParam) = object("type"? = "item_reference", "id"),
        ProgramItemParam(ProgramItemParam)
            = object("type" = "program", "id", "call_id", "code", "fingerprint"),
        ProgramOutputItemParam(ProgramOutputItemParam)
            = object("type" = "program_output", "id", "call_id", "result", "status"),
    }
}
