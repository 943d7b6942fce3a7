// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{
    AdditionalTools, ApplyPatchToolCall, ApplyPatchToolCallOutput,
    CodeInterpreterToolCall, CompactionBody, ComputerToolCall,
    ComputerToolCallOutputResource, CustomToolCall, CustomToolCallOutput,
    FileSearchToolCall, FunctionShellCall, FunctionShellCallOutput,
    FunctionToolCallOutputResource, FunctionToolCallResource, ImageGenToolCall,
    LocalShellToolCall, LocalShellToolCallOutput, McpApprovalRequest,
    McpApprovalResponseResource, McpListTools, McpToolCall, Message, Program,
    ProgramOutput, ReasoningItem, ToolSearchCall, ToolSearchOutput, WebSearchToolCall,
};
use apiarist_runtime::{TaggedUnion, Value};

/// An item of a conversation, discriminated by `type`.
#[derive(Clone, TaggedUnion)]
#[union(Debug, PartialEq, tag = "type")]
#[non_exhaustive]
pub enum ConversationItem {
    #[wire("message")]
    Message(Message),
    #[wire("function_call")]
    FunctionCall(FunctionToolCallResource),
    #[wire("function_call_output")]
    FunctionCallOutput(FunctionToolCallOutputResource),
    #[wire("file_search_call")]
    FileSearchCall(FileSearchToolCall),
    #[wire("web_search_call")]
    WebSearchCall(WebSearchToolCall),
    #[wire("image_generation_call")]
    ImageGenerationCall(ImageGenToolCall),
    #[wire("computer_call")]
    ComputerCall(ComputerToolCall),
    #[wire("computer_call_output")]
    ComputerCallOutput(ComputerToolCallOutputResource),
    #[wire("tool_search_call")]
    ToolSearchCall(ToolSearchCall),
    #[wire("tool_search_output")]
    ToolSearchOutput(ToolSearchOutput),
    #[wire("additional_tools")]
    AdditionalTools(AdditionalTools),
    #[wire("reasoning")]
    Reasoning(ReasoningItem),
    #[wire("program")]
    Program(Program),
    #[wire("program_output")]
    ProgramOutput(ProgramOutput),
    #[wire("compaction")]
    Compaction(CompactionBody),
    #[wire("code_interpreter_call")]
    CodeInterpreterCall(CodeInterpreterToolCall),
    #[wire("local_shell_call")]
    LocalShellCall(LocalShellToolCall),
    #[wire("local_shell_call_output")]
    LocalShellCallOutput(LocalShellToolCallOutput),
    #[wire("shell_call")]
    ShellCall(FunctionShellCall),
    #[wire("shell_call_output")]
    ShellCallOutput(FunctionShellCallOutput),
    #[wire("apply_patch_call")]
    ApplyPatchCall(ApplyPatchToolCall),
    #[wire("apply_patch_call_output")]
    ApplyPatchCallOutput(ApplyPatchToolCallOutput),
    #[wire("mcp_list_tools")]
    McpListTools(McpListTools),
    #[wire("mcp_approval_request")]
    McpApprovalRequest(McpApprovalRequest),
    #[wire("mcp_approval_response")]
    McpApprovalResponse(McpApprovalResponseResource),
    #[wire("mcp_call")]
    McpCall(McpToolCall),
    #[wire("custom_tool_call")]
    CustomToolCall(CustomToolCall),
    #[wire("custom_tool_call_output")]
    CustomToolCallOutput(CustomToolCallOutput),
    /// A value that matches no known variant.
    Unknown(Value),
}
