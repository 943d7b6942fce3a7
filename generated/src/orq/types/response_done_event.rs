// Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Object, StringEnum};

/// The reply is complete.
#[derive(Clone, Debug, PartialEq, Object)]
#[object(is("type", "response.done"))]
#[non_exhaustive]
pub struct ResponseDoneEvent {
    /// When the event was sent, as ISO text.
    pub timestamp: String,
    /// What the event tells.
    pub data: ResponseDoneEventData,
}

/// What the event tells.
#[derive(Clone, Debug, PartialEq, Object)]
#[non_exhaustive]
pub struct ResponseDoneEventData {
    /// Why the reply ended.
    #[wire("finishReason")]
    pub finish_reason: ResponseDoneEventDataFinishReason,
    /// Tokens that the reply took.
    pub usage: Option<ResponseDoneEventDataUsage>,
    /// Calls of functions that wait for the caller.
    #[wire("pendingToolCalls")]
    pub pending_tool_calls: Option<Vec<ResponseDoneEventDataPendingToolCall>>,
}

/// Why the reply ended.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum ResponseDoneEventDataFinishReason {
    /// `stop`
    #[wire("stop")]
    Stop,
    /// `length`
    #[wire("length")]
    Length,
    /// `tool_calls`
    #[wire("tool_calls")]
    ToolCalls,
    /// `content_filter`
    #[wire("content_filter")]
    ContentFilter,
    /// `function_call`
    #[wire("function_call")]
    FunctionCall,
    /// `max_iterations`
    #[wire("max_iterations")]
    MaxIterations,
    /// `max_time`
    #[wire("max_time")]
    MaxTime,
    /// A value that this version does not know.
    Unknown(String),
}

/// Tokens that the reply took.
#[derive(Clone, Copy, Debug, PartialEq, Object)]
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
    pub completion_tokens_details: Option<
        ResponseDoneEventDataUsageCompletionTokensDetails,
    >,
}

/// What the tokens read were.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct ResponseDoneEventDataUsagePromptTokensDetails {
    /// Tokens found in the cache.
    pub cached_tokens: Option<i64>,
    /// Tokens put into the cache.
    pub cache_creation_tokens: Option<i64>,
    /// Tokens of sound.
    pub audio_tokens: Option<i64>,
}

/// What the tokens written were.
#[derive(Clone, Copy, Debug, PartialEq, Object)]
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

/// `pending_tool_calls` of [`ResponseDoneEventData`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(is("type", "function"))]
#[non_exhaustive]
pub struct ResponseDoneEventDataPendingToolCall {
    /// Identifier of the call.
    pub id: String,
    /// The function to call.
    pub function: ResponseDoneEventDataPendingToolCallFunction,
}

/// The function to call.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct ResponseDoneEventDataPendingToolCallFunction {
    /// Name of the function.
    pub name: Option<String>,
    /// Arguments as JSON text.
    pub arguments: Option<String>,
}
