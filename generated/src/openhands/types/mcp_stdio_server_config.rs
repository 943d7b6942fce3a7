//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{list, object};
use std::collections::BTreeMap;

/// A tool server started as a program and spoken to over its standard streams.
#[derive(Clone, Debug, PartialEq)]
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
object!(McpStdioServerConfig {
    name: required("name"),
    command: required("command"),
    args: optional("args"),
    env: optional("env"),
});

impl McpStdioServerConfig {
    /// With what is required.
    pub fn new(name: impl Into<String>, command: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            command: command.into(),
            args: None,
            env: None,
        }
    }

    pub fn args(mut self, args: impl IntoIterator<Item: Into<String>>) -> Self {
        self.args = Some(list(args));
        self
    }

    pub fn env(mut self, env: BTreeMap<String, String>) -> Self {
        self.env = Some(env);
        self
    }
}
