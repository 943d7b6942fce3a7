//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// Picks tools of a remote server.
    pub struct McpToolFilter {
        /// Names of the tools.
        tool_names: optional(Vec<String>) = "tool_names",
        /// Whether to pick tools by their mark that they change nothing.
        read_only: optional(bool) = "read_only",
    }
    new()
}
