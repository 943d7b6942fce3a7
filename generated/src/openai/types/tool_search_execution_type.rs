//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::string_enum;

/// Whether the service or the caller searches for tools.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ToolSearchExecutionType {
    Server,
    Client,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(ToolSearchExecutionType {
    Server: "server",
    Client: "client",
});
