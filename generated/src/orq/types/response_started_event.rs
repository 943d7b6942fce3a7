//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// The reply begins.
    pub struct ResponseStartedEvent {
        "type" = "response.started",
        /// When the event was sent, as ISO text.
        timestamp: required(String) = "timestamp",
        /// What the event tells.
        data: required(ResponseStartedEventData) = "data",
    }
}

object! {
    /// What the event tells.
    pub struct ResponseStartedEventData {
        /// Identifier of the reply.
        response_id: required(String) = "responseId",
        /// Identifier of the task. Use `responseId` instead.
        ///
        /// Deprecated.
        task_id: required(String) = "taskId",
        /// Model that answers.
        model: required(String) = "model",
        /// Identifier of the run.
        workflow_run_id: required(String) = "workflowRunId",
        /// Identifier of the message that was sent.
        user_message_id: optional(String) = "userMessageId",
        /// Identifier that the reply has as a message.
        assistant_message_id: optional(String) = "assistantMessageId",
    }
}
