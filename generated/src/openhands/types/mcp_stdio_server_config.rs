// Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;
use std::collections::BTreeMap;

/// A tool server started as a program and spoken to over its standard streams.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct McpStdioServerConfig {
    /// Name of the server.
    pub name: String,
    /// Program to start.
    pub command: String,
    /// Arguments of the program.
    pub args: Option<Vec<String>>,
    /// Environment variables of the program.
    pub env: Option<BTreeMap<String, String>>,
}
