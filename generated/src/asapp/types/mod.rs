//! Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

mod agent;
mod auth_object;
mod conversation;
mod conversations_calls;
mod customer;
mod message;
mod message_out;
mod role;
mod time_based_conversation;

pub use agent::Agent;
pub use auth_object::{AuthObject, AuthObjectAuth};
pub use conversation::Conversation;
pub use conversations_calls::{
    CreateBatchMessagesBody, CreateMessageResponse, CreateOrUpdateConversationResponse,
    ErrorResponse, ErrorResponseError, GetMessagesByExternalIdResponse, GetMessagesResponse,
    ListConversationResponse,
};
pub use customer::Customer;
pub use message::{Message, MessageSender};
pub use message_out::{MessageOut, MessageOutSender};
pub use role::Role;
pub use time_based_conversation::TimeBasedConversation;
