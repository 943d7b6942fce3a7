//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;
use std::collections::BTreeMap;

object! {
    /// A tool server started as a program and spoken to over its standard streams.
    pub struct McpStdioServerConfig {
        /// Name of the server.
        name: required(String) = "name",
        /// Program to start.
        command: required(String) = "command",
        /// Arguments of the program.
        args: optional(Vec<String>) = "args",
        /// Environment variables of the program.
        env: optional(BTreeMap<String, String>) = "env",
    }
    new(name(String), command(String))
}
