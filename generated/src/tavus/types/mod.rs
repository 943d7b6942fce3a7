// Written by apiarist from specs/tavus/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

/// Types that several locations share. Programs name a type after its location, in the module above.
pub mod shared;
mod conversation;
mod conversations_calls;
mod create_conversation_request;
mod create_conversation_response;
mod recording_storage_config;

pub use conversation::Conversation;
pub use conversations_calls::{
    BadRequestError, DeleteConversationBadRequestError,
    DeleteConversationUnauthorizedError, EndConversationBadRequestError,
    EndConversationUnauthorizedError, GetConversationBadRequestError,
    GetConversationResponse, GetConversationResponseEvent,
    GetConversationUnauthorizedError, ListConversationsError, ListConversationsResponse,
    UnauthorizedError,
};
pub use create_conversation_request::{
    CreateConversationRequest, CreateConversationRequestProperties,
};
pub use create_conversation_response::CreateConversationResponse;
pub use recording_storage_config::{
    RecordingStorageConfig, RecordingStorageConfigProvider,
};
