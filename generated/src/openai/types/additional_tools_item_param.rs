// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::Tool;
use apiarist_runtime::{Maybe, Object};

/// Tools added during the conversation.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, new, is("type", "additional_tools"), is("role", "developer"))]
pub struct AdditionalToolsItemParam {
    /// ID of the item.
    pub id: Maybe<String>,
    /// The tools.
    pub tools: Vec<Tool>,
}
