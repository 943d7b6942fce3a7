//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Value, object};
use std::collections::BTreeMap;

object! {
    /// A tool of a remote server.
    pub struct McpListToolsTool {
        /// Name of the tool.
        name: required(String) = "name",
        /// What the tool is for.
        description: maybe(String) = "description",
        /// JSON Schema of its arguments.
        input_schema: required(BTreeMap<String, Value>) = "input_schema",
        /// What else the server says about it.
        annotations: maybe(BTreeMap<String, Value>) = "annotations",
    }
    new(name(String), input_schema(BTreeMap<String, Value>))
}
