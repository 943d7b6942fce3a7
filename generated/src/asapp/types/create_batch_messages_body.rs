//! Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::Message;
use apiarist_runtime::{list, object};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateBatchMessagesBody {
    /// The messages to add.
    ///
    /// 1 to 300 elements.
    pub messages: Option<Vec<Message>>,
}
object!(CreateBatchMessagesBody {
    messages: optional("messages"),
});

impl CreateBatchMessagesBody {
    pub fn messages(mut self, messages: impl IntoIterator<Item: Into<Message>>) -> Self {
        self.messages = Some(list(messages));
        self
    }
}
