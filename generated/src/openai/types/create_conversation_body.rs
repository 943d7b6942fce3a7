// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{InputItem, Metadata};
use apiarist_runtime::{Maybe, Object};

/// Contents of a new conversation.
#[derive(Clone, Default, Object)]
#[object(Debug, PartialEq, new)]
pub struct CreateConversationBody {
    /// Key-value pairs to store with the conversation.
    pub metadata: Maybe<Metadata>,
    /// Initial items of the conversation, up to 20.
    pub items: Maybe<Vec<InputItem>>,
}
