//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Maybe, Value, object};
use std::collections::BTreeMap;

/// A tool of a remote server.
#[derive(Clone, Debug, PartialEq)]
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
object!(McpListToolsTool {
    name: required("name"),
    description: maybe("description"),
    input_schema: required("input_schema"),
    annotations: maybe("annotations"),
});

impl McpListToolsTool {
    /// With what is required.
    pub fn new(name: impl Into<String>, input_schema: BTreeMap<String, Value>) -> Self {
        Self {
            name: name.into(),
            description: Maybe::Absent,
            input_schema,
            annotations: Maybe::Absent,
        }
    }

    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Maybe::Value(description.into());
        self
    }

    pub fn annotations(mut self, annotations: BTreeMap<String, Value>) -> Self {
        self.annotations = Maybe::Value(annotations);
        self
    }
}
