//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    ApplyPatchToolParam, CodeInterpreterTool, ComputerTool, ComputerUsePreviewTool,
    CustomToolParam, FileSearchTool, FunctionShellToolParam, FunctionTool, ImageGenTool,
    LocalShellToolParam, McpTool, NamespaceToolParam, ProgrammaticToolCallingParam,
    ToolSearchToolParam, WebSearchPreviewTool, WebSearchTool,
};
use apiarist_runtime::{Value, tagged_union};

/// A tool that the model may use, told apart by `type`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Tool {
    Function(FunctionTool),
    FileSearch(FileSearchTool),
    Computer(ComputerTool),
    ComputerUsePreview(ComputerUsePreviewTool),
    WebSearchTool(WebSearchTool),
    Mcp(McpTool),
    CodeInterpreter(CodeInterpreterTool),
    ProgrammaticToolCalling(ProgrammaticToolCallingParam),
    ImageGeneration(ImageGenTool),
    LocalShell(LocalShellToolParam),
    Shell(FunctionShellToolParam),
    Custom(CustomToolParam),
    Namespace(NamespaceToolParam),
    ToolSearch(ToolSearchToolParam),
    WebSearchPreviewTool(WebSearchPreviewTool),
    ApplyPatch(ApplyPatchToolParam),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
tagged_union!(Tool by "type" {
    Function: "function",
    FileSearch: "file_search",
    Computer: "computer",
    ComputerUsePreview: "computer_use_preview",
    WebSearchTool: "web_search" | "web_search_2025_08_26",
    Mcp: "mcp",
    CodeInterpreter: "code_interpreter",
    ProgrammaticToolCalling: "programmatic_tool_calling",
    ImageGeneration: "image_generation",
    LocalShell: "local_shell",
    Shell: "shell",
    Custom: "custom",
    Namespace: "namespace",
    ToolSearch: "tool_search",
    WebSearchPreviewTool: "web_search_preview" | "web_search_preview_2025_03_11",
    ApplyPatch: "apply_patch",
});
