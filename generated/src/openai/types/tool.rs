// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{
    ApplyPatchToolParam, CodeInterpreterTool, ComputerTool, ComputerUsePreviewTool,
    CustomToolParam, FileSearchTool, FunctionShellToolParam, FunctionTool, ImageGenTool,
    LocalShellToolParam, McpTool, NamespaceToolParam, ProgrammaticToolCallingParam,
    ToolSearchToolParam, WebSearchPreviewTool, WebSearchTool,
};
use apiarist_runtime::{TaggedUnion, Value};

/// A tool that the model can use, discriminated by `type`.
#[derive(Clone, TaggedUnion)]
#[union(Debug, PartialEq, tag = "type")]
#[non_exhaustive]
pub enum Tool {
    #[wire("function")]
    Function(FunctionTool),
    #[wire("file_search")]
    FileSearch(FileSearchTool),
    #[wire("computer")]
    Computer(ComputerTool),
    #[wire("computer_use_preview")]
    ComputerUsePreview(ComputerUsePreviewTool),
    #[wire("web_search", "web_search_2025_08_26")]
    WebSearchTool(WebSearchTool),
    #[wire("mcp")]
    Mcp(McpTool),
    #[wire("code_interpreter")]
    CodeInterpreter(CodeInterpreterTool),
    #[wire("programmatic_tool_calling")]
    ProgrammaticToolCalling(ProgrammaticToolCallingParam),
    #[wire("image_generation")]
    ImageGeneration(ImageGenTool),
    #[wire("local_shell")]
    LocalShell(LocalShellToolParam),
    #[wire("shell")]
    Shell(FunctionShellToolParam),
    #[wire("custom")]
    Custom(CustomToolParam),
    #[wire("namespace")]
    Namespace(NamespaceToolParam),
    #[wire("tool_search")]
    ToolSearch(ToolSearchToolParam),
    #[wire("web_search_preview", "web_search_preview_2025_03_11")]
    WebSearchPreviewTool(WebSearchPreviewTool),
    #[wire("apply_patch")]
    ApplyPatch(ApplyPatchToolParam),
    /// A value that matches no known variant.
    Unknown(Value),
}
