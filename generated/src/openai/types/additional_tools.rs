// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{MessageRole, Tool};
use apiarist_runtime::Object;

/// Tools added during the conversation.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, is("type", "additional_tools"))]
#[non_exhaustive]
pub struct AdditionalTools {
    /// ID of the item.
    pub id: String,
    /// Role that added the tools.
    pub role: MessageRole,
    /// The tools.
    pub tools: Vec<Tool>,
}
