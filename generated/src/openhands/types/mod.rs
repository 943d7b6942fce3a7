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

pub use conversation_info::*;
pub use conversation_info_result_set::*;
pub use conversation_response::*;
pub use conversation_status::*;
pub use conversation_trigger::*;
pub use create_microagent::*;
pub use event_filter::*;
pub use http_validation_error::*;
pub use init_session_request::*;
pub use mcp_config::*;
pub use mcp_stdio_server_config::*;
pub use mcpshttp_server_config::*;
pub use mcpsse_server_config::*;
pub use provider_type::*;
pub use providers_set_model::*;
pub use runtime_status::*;
pub use suggested_task::*;
pub use task_type::*;
pub use update_conversation_request::*;
pub use upload_files_request::*;
pub use upload_files_response::*;
pub use validation_error::*;
