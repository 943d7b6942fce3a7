//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{MessageRole, Tool};
use apiarist_runtime::object;

object! {
    /// Tools added in the course of the conversation.
    pub struct AdditionalTools {
        "type" = "additional_tools",
        /// Identifier of the item.
        id: required(String) = "id",
        /// Who added the tools.
        role: required(MessageRole) = "role",
        /// The tools.
        tools: required(Vec<Tool>) = "tools",
    }
}
