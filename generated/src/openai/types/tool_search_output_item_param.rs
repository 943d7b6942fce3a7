//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{FunctionCallItemStatus, Tool, ToolSearchExecutionType};
use apiarist_runtime::{Maybe, list, object};

/// Tools that a search has loaded.
#[derive(Clone, Debug, PartialEq)]
pub struct ToolSearchOutputItemParam {
    /// Identifier of the item.
    pub id: Maybe<String>,
    /// Identifier that ties a call to its result.
    pub call_id: Maybe<String>,
    /// Whether the service or the caller carries out the search.
    pub execution: Option<ToolSearchExecutionType>,
    /// The tools.
    pub tools: Vec<Tool>,
    /// How far the item is.
    pub status: Maybe<FunctionCallItemStatus>,
}
object!(ToolSearchOutputItemParam {
    "type" = "tool_search_output",
    id: maybe("id"),
    call_id: maybe("call_id"),
    execution: optional("execution"),
    tools: required("tools"),
    status: maybe("status"),
});

impl ToolSearchOutputItemParam {
    /// With what is required.
    pub fn new(tools: impl IntoIterator<Item: Into<Tool>>) -> Self {
        Self {
            id: Maybe::Absent,
            call_id: Maybe::Absent,
            execution: None,
            tools: list(tools),
            status: Maybe::Absent,
        }
    }

    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Maybe::Value(id.into());
        self
    }

    pub fn call_id(mut self, call_id: impl Into<String>) -> Self {
        self.call_id = Maybe::Value(call_id.into());
        self
    }

    pub fn execution(mut self, execution: ToolSearchExecutionType) -> Self {
        self.execution = Some(execution);
        self
    }

    pub fn status(mut self, status: FunctionCallItemStatus) -> Self {
        self.status = Maybe::Value(status);
        self
    }
}
