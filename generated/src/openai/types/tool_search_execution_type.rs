// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// Whether the service or the caller runs a tool search.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ToolSearchExecutionType {
    /// `server`
    Server,
    /// `client`
    Client,
    /// A value unknown to this version.
    Unknown(String),
}
