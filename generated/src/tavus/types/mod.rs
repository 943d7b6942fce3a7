//! Written by apiarist from specs/tavus/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

mod conversation;
mod conversations_calls;
mod create_conversation_request;
mod create_conversation_response;
mod recording_storage_config;

pub use conversation::Conversation;
pub use conversations_calls::{
    BadRequestError, GetConversationResponse, GetConversationResponseEvent,
    ListConversationsResponse, UnauthorizedError,
};
pub use create_conversation_request::{
    CreateConversationRequest, CreateConversationRequestProperties,
};
pub use create_conversation_response::CreateConversationResponse;
pub use recording_storage_config::{RecordingStorageConfig, RecordingStorageConfigProvider};
