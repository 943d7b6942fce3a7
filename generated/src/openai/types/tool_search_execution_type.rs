//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::string_enum;

string_enum! {
    /// Whether the service or the caller searches for tools.
    pub enum ToolSearchExecutionType {
        Server = "server",
        Client = "client",
    }
}
