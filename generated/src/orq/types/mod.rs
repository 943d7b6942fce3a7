// Written by apiarist from specs/orq/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

#![allow(clippy::large_enum_variant, reason = "a variant keeps its type as it grows")]

/// Types that several locations share. Programs name a type after its location, in the module above.
pub mod shared;
mod base_part;
mod conversation_response;
mod conversations_calls;
mod data_part;
mod error_part;
mod file_part_type;
mod message_part;
mod part_delta;
mod part_delta_event;
mod part_done_event;
mod reasoning_part;
mod response_done_event;
mod response_failed_event;
mod response_started_event;
mod response_streaming_event;
mod text_part;
mod tool_done_event;
mod tool_failed_event;
mod tool_result_part;
mod tool_review_done_event;
mod tool_review_requested_event;
mod tool_started_event;
mod user_message_request;

pub use base_part::*;
pub use conversation_response::*;
pub use conversations_calls::*;
pub use data_part::*;
pub use error_part::*;
pub use file_part_type::*;
pub use message_part::*;
pub use part_delta::*;
pub use part_delta_event::*;
pub use part_done_event::*;
pub use reasoning_part::*;
pub use response_done_event::*;
pub use response_failed_event::*;
pub use response_started_event::*;
pub use response_streaming_event::*;
pub use text_part::*;
pub use tool_done_event::*;
pub use tool_failed_event::*;
pub use tool_result_part::*;
pub use tool_review_done_event::*;
pub use tool_review_requested_event::*;
pub use tool_started_event::*;
pub use user_message_request::*;
