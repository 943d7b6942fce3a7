//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::UserMessageRequest;
use apiarist_runtime::object;

/// The message and the model to answer it.
#[derive(Clone, Debug, PartialEq)]
pub struct CreateConversationResponseBody {
    pub message: UserMessageRequest,
    /// Model that shall answer.
    pub model: String,
    /// Task to go on with.
    pub task_id: Option<String>,
    /// Whether to stream the reply.
    ///
    /// Default: `true`.
    pub stream: Option<bool>,
}
object!(CreateConversationResponseBody {
    message: required("message"),
    model: required("model"),
    task_id: optional("task_id"),
    stream: optional("stream"),
});

impl CreateConversationResponseBody {
    /// With what is required.
    pub fn new(message: UserMessageRequest, model: impl Into<String>) -> Self {
        Self {
            message,
            model: model.into(),
            task_id: None,
            stream: None,
        }
    }

    pub fn task_id(mut self, task_id: impl Into<String>) -> Self {
        self.task_id = Some(task_id.into());
        self
    }

    pub fn stream(mut self, stream: bool) -> Self {
        self.stream = Some(stream);
        self
    }
}
