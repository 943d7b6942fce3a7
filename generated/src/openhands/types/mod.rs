// Written by apiarist from specs/openhands/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

#![allow(clippy::large_enum_variant, reason = "a variant keeps its type as it grows")]

mod conversation_info;
mod conversation_info_result_set;
mod conversation_response;
mod conversation_status;
mod conversation_trigger;
mod create_microagent;
mod event_filter;
mod http_validation_error;
mod init_session_request;
mod mcp_config;
mod mcp_stdio_server_config;
mod mcpshttp_server_config;
mod mcpsse_server_config;
mod provider_type;
mod providers_set_model;
mod runtime_status;
mod suggested_task;
mod task_type;
mod update_conversation_request;
mod upload_files_request;
mod upload_files_response;
mod validation_error;

pub use conversation_info::ConversationInfo;
pub use conversation_info_result_set::ConversationInfoResultSet;
pub use conversation_response::ConversationResponse;
pub use conversation_status::ConversationStatus;
pub use conversation_trigger::ConversationTrigger;
pub use create_microagent::CreateMicroagent;
pub use event_filter::EventFilter;
pub use http_validation_error::HttpValidationError;
pub use init_session_request::InitSessionRequest;
pub use mcp_config::McpConfig;
pub use mcp_stdio_server_config::McpStdioServerConfig;
pub use mcpshttp_server_config::McpshttpServerConfig;
pub use mcpsse_server_config::McpsseServerConfig;
pub use provider_type::ProviderType;
pub use providers_set_model::ProvidersSetModel;
pub use runtime_status::RuntimeStatus;
pub use suggested_task::SuggestedTask;
pub use task_type::TaskType;
pub use update_conversation_request::UpdateConversationRequest;
pub use upload_files_request::UploadFilesRequest;
pub use upload_files_response::UploadFilesResponse;
pub use validation_error::{ValidationError, ValidationErrorLocItem};
