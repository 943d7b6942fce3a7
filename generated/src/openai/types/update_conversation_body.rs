// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::Metadata;
use apiarist_runtime::Object;

/// Changes to a conversation.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct UpdateConversationBody {
    /// Key-value pairs that replace the current ones; `null` removes them.
    #[wire(nullable)]
    pub metadata: Option<Metadata>,
}
