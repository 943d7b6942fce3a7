//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::Tool;
use apiarist_runtime::{Maybe, list, object};

/// Tools added in the course of the conversation.
#[derive(Clone, Debug, PartialEq)]
pub struct AdditionalToolsItemParam {
    /// Identifier of the item.
    pub id: Maybe<String>,
    /// The tools.
    pub tools: Vec<Tool>,
}
object!(AdditionalToolsItemParam {
    "type" = "additional_tools",
    "role" = "developer",
    id: maybe("id"),
    tools: required("tools"),
});

impl AdditionalToolsItemParam {
    /// With what is required.
    pub fn new(tools: impl IntoIterator<Item: Into<Tool>>) -> Self {
        Self {
            id: Maybe::Absent,
            tools: list(tools),
        }
    }

    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Maybe::Value(id.into());
        self
    }
}
