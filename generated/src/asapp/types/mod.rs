//! Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

mod agent;
mod auth_object;
mod conversation;
mod create_batch_messages_body;
mod create_message_response;
mod create_or_update_conversation_response;
mod customer;
mod error_response;
mod get_messages_by_external_id_response;
mod get_messages_response;
mod list_conversation_response;
mod message;
mod message_out;
mod role;
mod time_based_conversation;

pub use agent::Agent;
pub use auth_object::{AuthObject, AuthObjectAuth};
pub use conversation::Conversation;
pub use create_batch_messages_body::CreateBatchMessagesBody;
pub use create_message_response::CreateMessageResponse;
pub use create_or_update_conversation_response::CreateOrUpdateConversationResponse;
pub use customer::Customer;
pub use error_response::{ErrorResponse, ErrorResponseError};
pub use get_messages_by_external_id_response::GetMessagesByExternalIdResponse;
pub use get_messages_response::GetMessagesResponse;
pub use list_conversation_response::ListConversationResponse;
pub use message::{Message, MessageSender};
pub use message_out::{MessageOut, MessageOutSender};
pub use role::Role;
pub use time_based_conversation::TimeBasedConversation;
