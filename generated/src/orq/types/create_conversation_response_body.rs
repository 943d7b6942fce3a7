//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::UserMessageRequest;
use apiarist_runtime::object;

object! {
    /// The message and the model to answer it.
    pub struct CreateConversationResponseBody {
        message: required(UserMessageRequest) = "message",
        /// Model that shall answer.
        model: required(String) = "model",
        /// Task to go on with.
        task_id: optional(String) = "task_id",
        /// Whether to stream the reply. Default: `true`.
        stream: optional(bool) = "stream",
    }
    new(message(UserMessageRequest), model(String))
}
