//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::Metadata;
use apiarist_runtime::object;

/// What to change in a conversation.
#[derive(Clone, Debug, PartialEq)]
pub struct UpdateConversationBody {
    /// Key-value pairs to store instead of the present ones; `null` removes them.
    pub metadata: Option<Metadata>,
}
object!(UpdateConversationBody {
    metadata: nullable("metadata"),
});

impl UpdateConversationBody {
    /// With what is required.
    pub fn new(metadata: Option<Metadata>) -> Self {
        Self { metadata }
    }
}
