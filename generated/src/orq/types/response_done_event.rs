// Written by apiarist from specs/orq/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::{Object, StringEnum};

/// The response is complete.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, is("type", "response.done"))]
#[non_exhaustive]
pub struct ResponseDoneEvent {
    /// Time at which the event was sent, in ISO 8601.
    pub timestamp: String,
    /// Data of the event.
    pub data: ResponseDoneEventData,
}

/// Data of the event.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, rename_all = "camelCase")]
#[non_exhaustive]
pub struct ResponseDoneEventData {
    /// Reason for the end of the response.
    pub finish_reason: ResponseDoneEventDataFinishReason,
    /// Token usage of the response.
    pub usage: Option<ResponseDoneEventDataUsage>,
    /// Function calls awaiting a result from the caller.
    pub pending_tool_calls: Option<Vec<ResponseDoneEventDataPendingToolCall>>,
}

/// Reason for the end of the response.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ResponseDoneEventDataFinishReason {
    /// `stop`
    Stop,
    /// `length`
    Length,
    /// `tool_calls`
    ToolCalls,
    /// `content_filter`
    ContentFilter,
    /// `function_call`
    FunctionCall,
    /// `max_iterations`
    MaxIterations,
    /// `max_time`
    MaxTime,
    /// A value unknown to this version.
    Unknown(String),
}

/// Token usage of the response.
#[derive(Clone, Copy, Object)]
#[object(Debug, PartialEq)]
#[non_exhaustive]
pub struct ResponseDoneEventDataUsage {
    /// Number of tokens in the completion.
    pub completion_tokens: Option<f64>,
    /// Number of tokens in the prompt.
    pub prompt_tokens: Option<f64>,
    /// Total number of tokens.
    pub total_tokens: Option<f64>,
    /// Breakdown of the prompt tokens.
    pub prompt_tokens_details: Option<ResponseDoneEventDataUsagePromptTokensDetails>,
    /// Breakdown of the completion tokens.
    pub completion_tokens_details: Option<
        ResponseDoneEventDataUsageCompletionTokensDetails,
    >,
}

/// Breakdown of the prompt tokens.
#[derive(Clone, Copy, Object)]
#[object(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ResponseDoneEventDataUsagePromptTokensDetails {
    /// Number of tokens read from the cache.
    pub cached_tokens: Option<i64>,
    /// Number of tokens written to the cache.
    pub cache_creation_tokens: Option<i64>,
    /// Number of audio tokens.
    pub audio_tokens: Option<i64>,
}

/// Breakdown of the completion tokens.
#[derive(Clone, Copy, Object)]
#[object(Debug, PartialEq)]
#[non_exhaustive]
pub struct ResponseDoneEventDataUsageCompletionTokensDetails {
    /// Number of reasoning tokens.
    pub reasoning_tokens: Option<f64>,
    /// Number of accepted prediction tokens.
    pub accepted_prediction_tokens: Option<f64>,
    /// Number of rejected prediction tokens.
    pub rejected_prediction_tokens: Option<f64>,
    /// Number of audio tokens.
    pub audio_tokens: Option<i64>,
}

/// `pending_tool_calls` of [`ResponseDoneEventData`].
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, is("type", "function"))]
#[non_exhaustive]
pub struct ResponseDoneEventDataPendingToolCall {
    /// ID of the call.
    pub id: String,
    /// The function to call.
    pub function: ResponseDoneEventDataPendingToolCallFunction,
}

/// The function to call.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ResponseDoneEventDataPendingToolCallFunction {
    /// Name of the function.
    pub name: Option<String>,
    /// Arguments, as a JSON string.
    pub arguments: Option<String>,
}
