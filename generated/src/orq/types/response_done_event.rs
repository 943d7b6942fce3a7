//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{object, string_enum};

object! {
    /// The reply is complete.
    pub struct ResponseDoneEvent {
        "type" = "response.done",
        /// When the event was sent, as ISO text.
        timestamp: required(String) = "timestamp",
        /// What the event tells.
        data: required(ResponseDoneEventData) = "data",
    }
}

object! {
    /// What the event tells.
    pub struct ResponseDoneEventData {
        /// Why the reply ended.
        finish_reason: required(ResponseDoneEventDataFinishReason) = "finishReason",
        /// Tokens that the reply took.
        usage: optional(ResponseDoneEventDataUsage) = "usage",
        /// Calls of functions that wait for the caller.
        pending_tool_calls: optional(Vec<ResponseDoneEventDataPendingToolCall>)
            = "pendingToolCalls",
    }
}

string_enum! {
    /// Why the reply ended.
    pub enum ResponseDoneEventDataFinishReason {
        Stop = "stop",
        Length = "length",
        ToolCalls = "tool_calls",
        ContentFilter = "content_filter",
        FunctionCall = "function_call",
        MaxIterations = "max_iterations",
        MaxTime = "max_time",
    }
}

object! {
    /// Tokens that the reply took.
    pub struct ResponseDoneEventDataUsage {
        /// Tokens written.
        completion_tokens: optional(f64) = "completion_tokens",
        /// Tokens read.
        prompt_tokens: optional(f64) = "prompt_tokens",
        /// Both together.
        total_tokens: optional(f64) = "total_tokens",
        /// What the tokens read were.
        prompt_tokens_details: optional(ResponseDoneEventDataUsagePromptTokensDetails)
            = "prompt_tokens_details",
        /// What the tokens written were.
        completion_tokens_details: optional(ResponseDoneEventDataUsageCompletionTokensDetails)
            = "completion_tokens_details",
    }
}

object! {
    /// What the tokens read were.
    pub struct ResponseDoneEventDataUsagePromptTokensDetails {
        /// Tokens found in the cache.
        cached_tokens: optional(i64) = "cached_tokens",
        /// Tokens put into the cache.
        cache_creation_tokens: optional(i64) = "cache_creation_tokens",
        /// Tokens of sound.
        audio_tokens: optional(i64) = "audio_tokens",
    }
}

object! {
    /// What the tokens written were.
    pub struct ResponseDoneEventDataUsageCompletionTokensDetails {
        /// Tokens of thought.
        reasoning_tokens: optional(f64) = "reasoning_tokens",
        /// Foretold tokens that were used.
        accepted_prediction_tokens: optional(f64) = "accepted_prediction_tokens",
        /// Foretold tokens that were dropped.
        rejected_prediction_tokens: optional(f64) = "rejected_prediction_tokens",
        /// Tokens of sound.
        audio_tokens: optional(i64) = "audio_tokens",
    }
}

object! {
    pub struct ResponseDoneEventDataPendingToolCall {
        "type" = "function",
        /// Identifier of the call.
        id: required(String) = "id",
        /// The function to call.
        function: required(ResponseDoneEventDataPendingToolCallFunction) = "function",
    }
}

object! {
    /// The function to call.
    pub struct ResponseDoneEventDataPendingToolCallFunction {
        /// Name of the function.
        name: optional(String) = "name",
        /// Arguments as JSON text.
        arguments: optional(String) = "arguments",
    }
}
