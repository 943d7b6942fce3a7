// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::Tool;
use apiarist_runtime::{Maybe, Object};

/// Tools added in the course of the conversation.
#[derive(Clone, Debug, PartialEq, Object)]
#[object(new, is("type", "additional_tools"), is("role", "developer"))]
pub struct AdditionalToolsItemParam {
    /// Identifier of the item.
    pub id: Maybe<String>,
    /// The tools.
    pub tools: Vec<Tool>,
}
