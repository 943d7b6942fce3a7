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

pub use base_part::BasePart;
pub use conversation_response::ConversationResponse;
pub use conversations_calls::{
    CreateConversationBody, CreateConversationResponseBody, DeleteConversationError,
    ErrorResponse, GenerateConversationNameBody, GenerateConversationNameError,
    ListConversationsResponse, UpdateConversationBody, UpdateConversationError,
};
pub use data_part::DataPart;
pub use error_part::ErrorPart;
pub use file_part_type::{
    FilePartType, FilePartTypeFile, FilePartTypeFileBytes, FilePartTypeFileUri,
};
pub use message_part::MessagePart;
pub use part_delta::PartDelta;
pub use part_delta_event::{PartDeltaEvent, PartDeltaEventData};
pub use part_done_event::{PartDoneEvent, PartDoneEventData};
pub use reasoning_part::ReasoningPart;
pub use response_done_event::{
    ResponseDoneEvent, ResponseDoneEventData, ResponseDoneEventDataFinishReason,
    ResponseDoneEventDataPendingToolCall, ResponseDoneEventDataPendingToolCallFunction,
    ResponseDoneEventDataUsage, ResponseDoneEventDataUsageCompletionTokensDetails,
    ResponseDoneEventDataUsagePromptTokensDetails,
};
pub use response_failed_event::{ResponseFailedEvent, ResponseFailedEventData};
pub use response_started_event::{ResponseStartedEvent, ResponseStartedEventData};
pub use response_streaming_event::ResponseStreamingEvent;
pub use text_part::TextPart;
pub use tool_done_event::{ToolDoneEvent, ToolDoneEventData};
pub use tool_failed_event::{ToolFailedEvent, ToolFailedEventData};
pub use tool_result_part::ToolResultPart;
pub use tool_review_done_event::{
    ToolReviewDoneEvent, ToolReviewDoneEventData, ToolReviewDoneEventDataReview,
};
pub use tool_review_requested_event::{
    ToolReviewRequestedEvent, ToolReviewRequestedEventData,
};
pub use tool_started_event::{ToolStartedEvent, ToolStartedEventData};
pub use user_message_request::UserMessageRequest;
