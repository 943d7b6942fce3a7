//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::InputItem;
use apiarist_runtime::{list, object};

#[derive(Clone, Debug, PartialEq)]
pub struct CreateConversationItemsBody {
    /// The items to add, 20 at most.
    ///
    /// At most 20 elements.
    pub items: Vec<InputItem>,
}
object!(CreateConversationItemsBody {
    items: required("items"),
});

impl CreateConversationItemsBody {
    /// With what is required.
    pub fn new(items: impl IntoIterator<Item: Into<InputItem>>) -> Self {
        Self { items: list(items) }
    }
}
