// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::Metadata;
use apiarist_runtime::Object;

/// What to change in a conversation.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct UpdateConversationBody {
    /// Key-value pairs to store instead of the present ones; `null` removes them.
    #[wire(nullable)]
    pub metadata: Option<Metadata>,
}
