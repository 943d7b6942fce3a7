//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    AdditionalToolsItemParam, ApplyPatchToolCallItemParam, ApplyPatchToolCallOutputItemParam,
    CodeInterpreterToolCall, CompactionSummaryItemParam, ComputerCallOutputItemParam,
    ComputerToolCall, CustomToolCall, CustomToolCallOutput, FileSearchToolCall,
    FunctionCallOutputItemParam, FunctionShellCallItemParam, FunctionShellCallOutputItemParam,
    FunctionToolCall, ImageGenToolCall, InputMessage, LocalShellToolCall, LocalShellToolCallOutput,
    McpApprovalRequest, McpApprovalResponse, McpListTools, McpToolCall, OutputMessage,
    ReasoningItem, ToolSearchCallItemParam, ToolSearchOutputItemParam, WebSearchToolCall,
};
use apiarist_runtime::union;

union! {
    /// A full item, told apart by `type`.
    pub enum Item {
        InputMessage(InputMessage) = object("type"? = "message", "role", "content"),
        OutputMessage(OutputMessage)
            = object("type" = "message", "role" = "assistant", "id", "content", "status"),
        FileSearchToolCall(FileSearchToolCall)
            = object("type" = "file_search_call", "id", "status", "queries"),
        ComputerToolCall(ComputerToolCall)
            = object("type" = "computer_call", "id", "call_id", "pending_safety_checks", "status"),
        ComputerCallOutputItemParam(ComputerCallOutputItemParam)
            = object("type" = "computer_call_output", "call_id", "output"),
        WebSearchToolCall(WebSearchToolCall)
            = object("type" = "web_search_call", "id", "status", "action"),
        FunctionToolCall(FunctionToolCall)
            = object("type" = "function_call", "call_id", "name", "arguments"),
        FunctionCallOutputItemParam(FunctionCallOutputItemParam)
            = object("type" = "function_call_output", "output"),
        ToolSearchCallItemParam(ToolSearchCallItemParam)
            = object("type" = "tool_search_call", "arguments"),
        ToolSearchOutputItemParam(ToolSearchOutputItemParam)
            = object("type" = "tool_search_output", "tools"),
        AdditionalToolsItemParam(AdditionalToolsItemParam)
            = object("type" = "additional_tools", "role" = "developer", "tools"),
        ReasoningItem(ReasoningItem) = object("type" = "reasoning", "id", "summary"),
        CompactionSummaryItemParam(CompactionSummaryItemParam)
            = object("type" = "compaction", "encrypted_content"),
        ImageGenToolCall(ImageGenToolCall)
            = object("type" = "image_generation_call", "id", "status", "result"),
        CodeInterpreterToolCall(CodeInterpreterToolCall)
            = object("type" = "code_interpreter_call", "id", "status", "container_id", "code",
                "outputs"),
        LocalShellToolCall(LocalShellToolCall)
            = object("type" = "local_shell_call", "id", "call_id", "action", "status"),
        LocalShellToolCallOutput(LocalShellToolCallOutput)
            = object("type" = "local_shell_call_output", "id", "output"),
        FunctionShellCallItemParam(FunctionShellCallItemParam)
            = object("type" = "shell_call", "call_id", "action"),
        FunctionShellCallOutputItemParam(FunctionShellCallOutputItemParam)
            = object("type" = "shell_call_output", "call_id", "output"),
        ApplyPatchToolCallItemParam(ApplyPatchToolCallItemParam)
            = object("type" = "apply_patch_call", "call_id", "status", "operation"),
        ApplyPatchToolCallOutputItemParam(ApplyPatchToolCallOutputItemParam)
            = object("type" = "apply_patch_call_output", "call_id", "status"),
        McpListTools(McpListTools)
            = object("type" = "mcp_list_tools", "id", "server_label", "tools"),
        McpApprovalRequest(McpApprovalRequest)
            = object("type" = "mcp_approval_request", "id", "server_label", "name", "arguments"),
        McpApprovalResponse(McpApprovalResponse)
            = object("type" = "mcp_approval_response", "approval_request_id", "approve"),
        McpToolCall(McpToolCall)
            = object("type" = "mcp_call", "id", "server_label", "name", "arguments"),
        CustomToolCallOutput(CustomToolCallOutput)
            = object("type" = "custom_tool_call_output", "call_id", "output"),
        CustomToolCall(CustomToolCall)
            = object("type" = "custom_tool_call", "call_id", "name", "input"),
    }
}
