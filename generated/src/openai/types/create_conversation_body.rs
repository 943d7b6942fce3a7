//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{InputItem, Metadata};
use apiarist_runtime::{Maybe, list, object};

/// What a new conversation begins with.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateConversationBody {
    /// Key-value pairs to store with the conversation.
    pub metadata: Maybe<Metadata>,
    /// First items of the conversation, 20 at most.
    pub items: Maybe<Vec<InputItem>>,
}
object!(CreateConversationBody {
    metadata: maybe("metadata"),
    items: maybe("items"),
});

impl CreateConversationBody {
    pub fn metadata(mut self, metadata: Metadata) -> Self {
        self.metadata = Maybe::Value(metadata);
        self
    }

    pub fn items(mut self, items: impl IntoIterator<Item: Into<InputItem>>) -> Self {
        self.items = Maybe::Value(list(items));
        self
    }
}
