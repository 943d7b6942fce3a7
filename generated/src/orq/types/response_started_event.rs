// Written by apiarist from specs/orq/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// The response has started.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, is("type", "response.started"))]
#[non_exhaustive]
pub struct ResponseStartedEvent {
    /// Time at which the event was sent, in ISO 8601.
    pub timestamp: String,
    /// Data of the event.
    pub data: ResponseStartedEventData,
}

/// Data of the event.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, rename_all = "camelCase")]
#[non_exhaustive]
pub struct ResponseStartedEventData {
    /// ID of the response.
    pub response_id: String,
    /// ID of the task. Use `responseId` instead.
    #[deprecated(note = "Use `responseId` instead.")]
    pub task_id: String,
    /// Model that is generating the response.
    pub model: String,
    /// ID of the workflow run.
    pub workflow_run_id: String,
    /// ID of the user message.
    pub user_message_id: Option<String>,
    /// ID of the response as an assistant message.
    pub assistant_message_id: Option<String>,
}
