// Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// The reply begins.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(is("type", "response.started"))]
#[non_exhaustive]
pub struct ResponseStartedEvent {
    /// When the event was sent, as ISO text.
    pub timestamp: String,
    /// What the event tells.
    pub data: ResponseStartedEventData,
}

/// What the event tells.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct ResponseStartedEventData {
    /// Identifier of the reply.
    #[wire("responseId")]
    pub response_id: String,
    /// Identifier of the task. Use `responseId` instead.
    #[deprecated(note = "Use `responseId` instead.")]
    #[wire("taskId")]
    pub task_id: String,
    /// Model that answers.
    pub model: String,
    /// Identifier of the run.
    #[wire("workflowRunId")]
    pub workflow_run_id: String,
    /// Identifier of the message that was sent.
    #[wire("userMessageId")]
    pub user_message_id: Option<String>,
    /// Identifier that the reply has as a message.
    #[wire("assistantMessageId")]
    pub assistant_message_id: Option<String>,
}
