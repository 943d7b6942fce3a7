//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{InputItem, Metadata};
use apiarist_runtime::object;

object! {
    /// What a new conversation begins with.
    pub struct CreateConversationBody {
        /// Key-value pairs to store with the conversation.
        metadata: maybe(Metadata) = "metadata",
        /// First items of the conversation, 20 at most.
        items: maybe(Vec<InputItem>) = "items",
    }
    new()
}
