//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

mod conversations;

pub use conversations::{
    Conversations, CreateConversation, CreateConversationItems, DeleteConversation,
    DeleteConversationItem, GetConversation, GetConversationItem, ListConversationItems,
    UpdateConversation,
};
