//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{object, string_enum};

/// The reply is complete.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ResponseDoneEvent {
    /// When the event was sent, as ISO text.
    pub timestamp: String,
    /// What the event tells.
    pub data: ResponseDoneEventData,
}
object!(ResponseDoneEvent {
    "type" = "response.done",
    timestamp: required("timestamp"),
    data: required("data"),
});

/// What the event tells.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ResponseDoneEventData {
    /// Why the reply ended.
    pub finish_reason: ResponseDoneEventDataFinishReason,
    /// Tokens that the reply took.
    pub usage: Option<ResponseDoneEventDataUsage>,
    /// Calls of functions that wait for the caller.
    pub pending_tool_calls: Option<Vec<ResponseDoneEventDataPendingToolCall>>,
}
object!(ResponseDoneEventData {
    finish_reason: required("finishReason"),
    usage: optional("usage"),
    pending_tool_calls: optional("pendingToolCalls"),
});

/// Why the reply ended.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ResponseDoneEventDataFinishReason {
    Stop,
    Length,
    ToolCalls,
    ContentFilter,
    FunctionCall,
    MaxIterations,
    MaxTime,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(ResponseDoneEventDataFinishReason {
    Stop: "stop",
    Length: "length",
    ToolCalls: "tool_calls",
    ContentFilter: "content_filter",
    FunctionCall: "function_call",
    MaxIterations: "max_iterations",
    MaxTime: "max_time",
});

/// Tokens that the reply took.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ResponseDoneEventDataUsage {
    /// Tokens written.
    pub completion_tokens: Option<f64>,
    /// Tokens read.
    pub prompt_tokens: Option<f64>,
    /// Both together.
    pub total_tokens: Option<f64>,
    /// What the tokens read were.
    pub prompt_tokens_details: Option<ResponseDoneEventDataUsagePromptTokensDetails>,
    /// What the tokens written were.
    pub completion_tokens_details: Option<ResponseDoneEventDataUsageCompletionTokensDetails>,
}
object!(ResponseDoneEventDataUsage {
    completion_tokens: optional("completion_tokens"),
    prompt_tokens: optional("prompt_tokens"),
    total_tokens: optional("total_tokens"),
    prompt_tokens_details: optional("prompt_tokens_details"),
    completion_tokens_details: optional("completion_tokens_details"),
});

/// What the tokens read were.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ResponseDoneEventDataUsagePromptTokensDetails {
    /// Tokens found in the cache.
    pub cached_tokens: Option<i64>,
    /// Tokens put into the cache.
    pub cache_creation_tokens: Option<i64>,
    /// Tokens of sound.
    pub audio_tokens: Option<i64>,
}
object!(ResponseDoneEventDataUsagePromptTokensDetails {
    cached_tokens: optional("cached_tokens"),
    cache_creation_tokens: optional("cache_creation_tokens"),
    audio_tokens: optional("audio_tokens"),
});

/// What the tokens written were.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ResponseDoneEventDataUsageCompletionTokensDetails {
    /// Tokens of thought.
    pub reasoning_tokens: Option<f64>,
    /// Foretold tokens that were used.
    pub accepted_prediction_tokens: Option<f64>,
    /// Foretold tokens that were dropped.
    pub rejected_prediction_tokens: Option<f64>,
    /// Tokens of sound.
    pub audio_tokens: Option<i64>,
}
object!(ResponseDoneEventDataUsageCompletionTokensDetails {
    reasoning_tokens: optional("reasoning_tokens"),
    accepted_prediction_tokens: optional("accepted_prediction_tokens"),
    rejected_prediction_tokens: optional("rejected_prediction_tokens"),
    audio_tokens: optional("audio_tokens"),
});

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ResponseDoneEventDataPendingToolCall {
    /// Identifier of the call.
    pub id: String,
    /// The function to call.
    pub function: ResponseDoneEventDataPendingToolCallFunction,
}
object!(ResponseDoneEventDataPendingToolCall {
    "type" = "function",
    id: required("id"),
    function: required("function"),
});

/// The function to call.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ResponseDoneEventDataPendingToolCallFunction {
    /// Name of the function.
    pub name: Option<String>,
    /// Arguments as JSON text.
    pub arguments: Option<String>,
}
object!(ResponseDoneEventDataPendingToolCallFunction {
    name: optional("name"),
    arguments: optional("arguments"),
});
