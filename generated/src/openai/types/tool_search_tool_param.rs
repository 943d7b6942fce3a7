//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{EmptyModelParam, ToolSearchExecutionType};
use apiarist_runtime::{Maybe, object};

/// Searches for tools to load.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ToolSearchToolParam {
    /// Whether the service or the caller carries out the search.
    pub execution: Option<ToolSearchExecutionType>,
    /// What can be found.
    pub description: Maybe<String>,
    /// JSON Schema of the search.
    pub parameters: Maybe<EmptyModelParam>,
}
object!(ToolSearchToolParam {
    "type" = "tool_search",
    execution: optional("execution"),
    description: maybe("description"),
    parameters: maybe("parameters"),
});

impl ToolSearchToolParam {
    pub fn execution(mut self, execution: ToolSearchExecutionType) -> Self {
        self.execution = Some(execution);
        self
    }

    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Maybe::Value(description.into());
        self
    }

    pub fn parameters(mut self, parameters: EmptyModelParam) -> Self {
        self.parameters = Maybe::Value(parameters);
        self
    }
}
