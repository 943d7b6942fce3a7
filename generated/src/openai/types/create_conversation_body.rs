// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{InputItem, Metadata};
use apiarist_runtime::{Maybe, Object};

/// What a new conversation begins with.
#[derive(Clone, Debug, Default, PartialEq, Object)]
#[object(new)]
pub struct CreateConversationBody {
    /// Key-value pairs to store with the conversation.
    pub metadata: Maybe<Metadata>,
    /// First items of the conversation, 20 at most.
    pub items: Maybe<Vec<InputItem>>,
}
