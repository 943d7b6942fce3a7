//! Written by apiarist from specs/tavus/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

mod bad_request_error;
mod conversation;
mod create_conversation_request;
mod create_conversation_response;
mod get_conversation_response;
mod list_conversations_response;
mod recording_storage_config;
mod unauthorized_error;

pub use bad_request_error::BadRequestError;
pub use conversation::Conversation;
pub use create_conversation_request::{
    CreateConversationRequest, CreateConversationRequestProperties,
};
pub use create_conversation_response::CreateConversationResponse;
pub use get_conversation_response::{GetConversationResponse, GetConversationResponseEvent};
pub use list_conversations_response::ListConversationsResponse;
pub use recording_storage_config::{RecordingStorageConfig, RecordingStorageConfigProvider};
pub use unauthorized_error::UnauthorizedError;
