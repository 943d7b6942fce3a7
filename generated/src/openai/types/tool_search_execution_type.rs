// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::StringEnum;

/// Whether the service or the caller searches for tools.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum ToolSearchExecutionType {
    /// `server`
    #[wire("server")]
    Server,
    /// `client`
    #[wire("client")]
    Client,
    /// A value that this version does not know.
    Unknown(String),
}
