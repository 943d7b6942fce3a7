// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Maybe, Object, Value};
use std::collections::BTreeMap;

/// A tool of a remote server.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct McpListToolsTool {
    /// Name of the tool.
    pub name: String,
    /// What the tool is for.
    pub description: Maybe<String>,
    /// JSON Schema of its arguments.
    pub input_schema: BTreeMap<String, Value>,
    /// What else the server says about it.
    pub annotations: Maybe<BTreeMap<String, Value>>,
}
