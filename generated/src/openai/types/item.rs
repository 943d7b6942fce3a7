// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{
    AdditionalToolsItemParam, ApplyPatchToolCallItemParam,
    ApplyPatchToolCallOutputItemParam, CodeInterpreterToolCall,
    CompactionSummaryItemParam, ComputerCallOutputItemParam, ComputerToolCall,
    CustomToolCall, CustomToolCallOutput, FileSearchToolCall,
    FunctionCallOutputItemParam, FunctionShellCallItemParam,
    FunctionShellCallOutputItemParam, FunctionToolCall, ImageGenToolCall, InputMessage,
    LocalShellToolCall, LocalShellToolCallOutput, McpApprovalRequest,
    McpApprovalResponse, McpListTools, McpToolCall, OutputMessage, ReasoningItem,
    ToolSearchCallItemParam, ToolSearchOutputItemParam, WebSearchToolCall,
};
use apiarist_runtime::{Union, Value};

/// A full item, discriminated by `type`.
#[derive(Clone, Union)]
#[union(Debug, PartialEq)]
#[non_exhaustive]
pub enum Item {
    #[shape(object, has("role", "content"), is_or_absent("type", "message"))]
    InputMessage(InputMessage),
    #[shape(object, has("id", "content", "status"), is("type", "message"), is("role", "assistant"))]
    OutputMessage(OutputMessage),
    #[shape(object, has("id", "status", "queries"), is("type", "file_search_call"))]
    FileSearchToolCall(FileSearchToolCall),
    #[shape(object, has("id", "call_id", "pending_safety_checks", "status"), is("type", "computer_call"))]
    ComputerToolCall(ComputerToolCall),
    #[shape(object, has("call_id", "output"), is("type", "computer_call_output"))]
    ComputerCallOutputItemParam(ComputerCallOutputItemParam),
    #[shape(object, has("id", "status", "action"), is("type", "web_search_call"))]
    WebSearchToolCall(WebSearchToolCall),
    #[shape(object, has("call_id", "name", "arguments"), is("type", "function_call"))]
    FunctionToolCall(FunctionToolCall),
    #[shape(object, has("output"), is("type", "function_call_output"))]
    FunctionCallOutputItemParam(FunctionCallOutputItemParam),
    #[shape(object, has("arguments"), is("type", "tool_search_call"))]
    ToolSearchCallItemParam(ToolSearchCallItemParam),
    #[shape(object, has("tools"), is("type", "tool_search_output"))]
    ToolSearchOutputItemParam(ToolSearchOutputItemParam),
    #[shape(object, has("tools"), is("type", "additional_tools"), is("role", "developer"))]
    AdditionalToolsItemParam(AdditionalToolsItemParam),
    #[shape(object, has("id", "summary"), is("type", "reasoning"))]
    ReasoningItem(ReasoningItem),
    #[shape(object, has("encrypted_content"), is("type", "compaction"))]
    CompactionSummaryItemParam(CompactionSummaryItemParam),
    #[shape(object, has("id", "status", "result"), is("type", "image_generation_call"))]
    ImageGenToolCall(ImageGenToolCall),
    #[shape(object, has("id", "status", "container_id", "code", "outputs"), is("type", "code_interpreter_call"))]
    CodeInterpreterToolCall(CodeInterpreterToolCall),
    #[shape(object, has("id", "call_id", "action", "status"), is("type", "local_shell_call"))]
    LocalShellToolCall(LocalShellToolCall),
    #[shape(object, has("id", "output"), is("type", "local_shell_call_output"))]
    LocalShellToolCallOutput(LocalShellToolCallOutput),
    #[shape(object, has("call_id", "action"), is("type", "shell_call"))]
    FunctionShellCallItemParam(FunctionShellCallItemParam),
    #[shape(object, has("call_id", "output"), is("type", "shell_call_output"))]
    FunctionShellCallOutputItemParam(FunctionShellCallOutputItemParam),
    #[shape(object, has("call_id", "status", "operation"), is("type", "apply_patch_call"))]
    ApplyPatchToolCallItemParam(ApplyPatchToolCallItemParam),
    #[shape(object, has("call_id", "status"), is("type", "apply_patch_call_output"))]
    ApplyPatchToolCallOutputItemParam(ApplyPatchToolCallOutputItemParam),
    #[shape(object, has("id", "server_label", "tools"), is("type", "mcp_list_tools"))]
    McpListTools(McpListTools),
    #[shape(object, has("id", "server_label", "name", "arguments"), is("type", "mcp_approval_request"))]
    McpApprovalRequest(McpApprovalRequest),
    #[shape(object, has("approval_request_id", "approve"), is("type", "mcp_approval_response"))]
    McpApprovalResponse(McpApprovalResponse),
    #[shape(object, has("id", "server_label", "name", "arguments"), is("type", "mcp_call"))]
    McpToolCall(McpToolCall),
    #[shape(object, has("call_id", "output"), is("type", "custom_tool_call_output"))]
    CustomToolCallOutput(CustomToolCallOutput),
    #[shape(object, has("call_id", "name", "input"), is("type", "custom_tool_call"))]
    CustomToolCall(CustomToolCall),
    /// A value that matches no known variant.
    Unknown(Value),
}
