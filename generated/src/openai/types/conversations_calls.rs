//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::InputItem;
use apiarist_runtime::{object, string_enum};

string_enum! {
    pub enum ListConversationItemsOrder {
        Asc = "asc",
        Desc = "desc",
    }
}

object! {
    pub struct CreateConversationItemsBody {
        /// The items to add, 20 at most. At most 20 elements.
        items: required(Vec<InputItem>) = "items",
    }
    new(items(Vec<InputItem>))
}
