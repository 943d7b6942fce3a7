//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    ApplyPatchToolParam, CodeInterpreterTool, ComputerTool, ComputerUsePreviewTool,
    CustomToolParam, FileSearchTool, FunctionShellToolParam, FunctionTool, ImageGenTool,
    LocalShellToolParam, McpTool, NamespaceToolParam, ProgrammaticToolCallingParam,
    ToolSearchToolParam, WebSearchPreviewTool, WebSearchTool,
};
use apiarist_runtime::tagged_union;

tagged_union! {
    /// A tool that the model may use, told apart by `type`.
    pub enum Tool by "type" {
        Function(FunctionTool) = "function",
        FileSearch(FileSearchTool) = "file_search",
        Computer(ComputerTool) = "computer",
        ComputerUsePreview(ComputerUsePreviewTool) = "computer_use_preview",
        WebSearchTool(WebSearchTool) = "web_search" | "web_search_2025_08_26",
        Mcp(McpTool) = "mcp",
        CodeInterpreter(CodeInterpreterTool) = "code_interpreter",
        ProgrammaticToolCalling(ProgrammaticToolCallingParam) = "programmatic_tool_calling",
        ImageGeneration(ImageGenTool) = "image_generation",
        LocalShell(LocalShellToolParam) = "local_shell",
        Shell(FunctionShellToolParam) = "shell",
        Custom(CustomToolParam) = "custom",
        Namespace(NamespaceToolParam) = "namespace",
        ToolSearch(ToolSearchToolParam) = "tool_search",
        WebSearchPreviewTool(WebSearchPreviewTool)
            = "web_search_preview" | "web_search_preview_2025_03_11",
        ApplyPatch(ApplyPatchToolParam) = "apply_patch",
    }
}
