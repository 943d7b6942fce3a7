//! Written by apiarist from specs/tavus/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

mod conversation;
mod create_conversation_bad_request_error;
mod create_conversation_request;
mod create_conversation_response;
mod create_conversation_unauthorized_error;
mod get_conversation_response;
mod list_conversations_response;
mod recording_storage_config;

pub use conversation::Conversation;
pub use create_conversation_bad_request_error::CreateConversationBadRequestError;
pub use create_conversation_request::{
    CreateConversationRequest, CreateConversationRequestProperties,
};
pub use create_conversation_response::CreateConversationResponse;
pub use create_conversation_unauthorized_error::CreateConversationUnauthorizedError;
pub use get_conversation_response::{GetConversationResponse, GetConversationResponseEvent};
pub use list_conversations_response::ListConversationsResponse;
pub use recording_storage_config::{RecordingStorageConfig, RecordingStorageConfigProvider};
