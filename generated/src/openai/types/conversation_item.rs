//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    AdditionalTools, ApplyPatchToolCall, ApplyPatchToolCallOutput, CodeInterpreterToolCall,
    CompactionBody, ComputerToolCall, ComputerToolCallOutputResource, CustomToolCall,
    CustomToolCallOutput, FileSearchToolCall, FunctionShellCall, FunctionShellCallOutput,
    FunctionToolCallOutputResource, FunctionToolCallResource, ImageGenToolCall, LocalShellToolCall,
    LocalShellToolCallOutput, McpApprovalRequest, McpApprovalResponseResource, McpListTools,
    McpToolCall, Message, Program, ProgramOutput, ReasoningItem, ToolSearchCall, ToolSearchOutput,
    WebSearchToolCall,
};
use apiarist_runtime::tagged_union;

tagged_union! {
    /// An item of a conversation, told apart by `type`.
    pub enum ConversationItem by "type" {
        Message(Message) = "message",
        FunctionCall(FunctionToolCallResource) = "function_call",
        FunctionCallOutput(FunctionToolCallOutputResource) = "function_call_output",
        FileSearchCall(FileSearchToolCall) = "file_search_call",
        WebSearchCall(WebSearchToolCall) = "web_search_call",
        ImageGenerationCall(ImageGenToolCall) = "image_generation_call",
        ComputerCall(ComputerToolCall) = "computer_call",
        ComputerCallOutput(ComputerToolCallOutputResource) = "computer_call_output",
        ToolSearchCall(ToolSearchCall) = "tool_search_call",
        ToolSearchOutput(ToolSearchOutput) = "tool_search_output",
        AdditionalTools(AdditionalTools) = "additional_tools",
        Reasoning(ReasoningItem) = "reasoning",
        Program(Program) = "program",
        ProgramOutput(ProgramOutput) = "program_output",
        Compaction(CompactionBody) = "compaction",
        CodeInterpreterCall(CodeInterpreterToolCall) = "code_interpreter_call",
        LocalShellCall(LocalShellToolCall) = "local_shell_call",
        LocalShellCallOutput(LocalShellToolCallOutput) = "local_shell_call_output",
        ShellCall(FunctionShellCall) = "shell_call",
        ShellCallOutput(FunctionShellCallOutput) = "shell_call_output",
        ApplyPatchCall(ApplyPatchToolCall) = "apply_patch_call",
        ApplyPatchCallOutput(ApplyPatchToolCallOutput) = "apply_patch_call_output",
        McpListTools(McpListTools) = "mcp_list_tools",
        McpApprovalRequest(McpApprovalRequest) = "mcp_approval_request",
        McpApprovalResponse(McpApprovalResponseResource) = "mcp_approval_response",
        McpCall(McpToolCall) = "mcp_call",
        CustomToolCall(CustomToolCall) = "custom_tool_call",
        CustomToolCallOutput(CustomToolCallOutput) = "custom_tool_call_output",
    }
}
