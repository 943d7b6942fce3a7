// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::{Maybe, Object, Value};
use std::collections::BTreeMap;

/// A tool of a remote server.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct McpListToolsTool {
    /// Name of the tool.
    pub name: String,
    /// Description of the tool.
    pub description: Maybe<String>,
    /// JSON Schema of the arguments.
    pub input_schema: BTreeMap<String, Value>,
    /// Additional annotations from the server.
    pub annotations: Maybe<BTreeMap<String, Value>>,
}
