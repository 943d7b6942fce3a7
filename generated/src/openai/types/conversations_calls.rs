// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::InputItem;
use apiarist_runtime::{Object, StringEnum};

/// `order` of `Conversations::list_items`.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ListConversationItemsOrder {
    /// `asc`
    Asc,
    /// `desc`
    Desc,
    /// A value unknown to this version.
    Unknown(String),
}

/// Request body of `Conversations::create_items`.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, new)]
pub struct CreateConversationItemsBody {
    /// The items to add. At most 20 items.
    pub items: Vec<InputItem>,
}
