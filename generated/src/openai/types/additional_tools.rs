// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{MessageRole, Tool};
use apiarist_runtime::Object;

/// Tools added in the course of the conversation.
#[derive(Clone, Debug, PartialEq, Object)]
#[object(is("type", "additional_tools"))]
#[non_exhaustive]
pub struct AdditionalTools {
    /// Identifier of the item.
    pub id: String,
    /// Who added the tools.
    pub role: MessageRole,
    /// The tools.
    pub tools: Vec<Tool>,
}
