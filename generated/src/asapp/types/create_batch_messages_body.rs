//! Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::Message;
use apiarist_runtime::object;

object! {
    pub struct CreateBatchMessagesBody {
        /// The messages to add. 1 to 300 elements.
        messages: optional(Vec<Message>) = "messages",
    }
    new()
}
