//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{MessageRole, Tool};
use apiarist_runtime::object;

/// Tools added in the course of the conversation.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AdditionalTools {
    /// Identifier of the item.
    pub id: String,
    /// Who added the tools.
    pub role: MessageRole,
    /// The tools.
    pub tools: Vec<Tool>,
}
object!(AdditionalTools {
    "type" = "additional_tools",
    id: required("id"),
    role: required("role"),
    tools: required("tools"),
});
