//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// The reply begins.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ResponseStartedEvent {
    /// When the event was sent, as ISO text.
    pub timestamp: String,
    /// What the event tells.
    pub data: ResponseStartedEventData,
}
object!(ResponseStartedEvent {
    "type" = "response.started",
    timestamp: required("timestamp"),
    data: required("data"),
});

/// What the event tells.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ResponseStartedEventData {
    /// Identifier of the reply.
    pub response_id: String,
    /// Identifier of the task. Use `responseId` instead.
    ///
    /// Deprecated.
    pub task_id: String,
    /// Model that answers.
    pub model: String,
    /// Identifier of the run.
    pub workflow_run_id: String,
    /// Identifier of the message that was sent.
    pub user_message_id: Option<String>,
    /// Identifier that the reply has as a message.
    pub assistant_message_id: Option<String>,
}
object!(ResponseStartedEventData {
    response_id: required("responseId"),
    task_id: required("taskId"),
    model: required("model"),
    workflow_run_id: required("workflowRunId"),
    user_message_id: optional("userMessageId"),
    assistant_message_id: optional("assistantMessageId"),
});
