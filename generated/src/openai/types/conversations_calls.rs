// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::InputItem;
use apiarist_runtime::{Object, StringEnum};

/// `order` of `Conversations::list_items`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum ListConversationItemsOrder {
    /// `asc`
    #[wire("asc")]
    Asc,
    /// `desc`
    #[wire("desc")]
    Desc,
    /// A value that this version does not know.
    Unknown(String),
}

/// Body of `Conversations::create_items`.
#[derive(Clone, Debug, PartialEq, Object)]
#[object(new)]
pub struct CreateConversationItemsBody {
    /// The items to add, 20 at most. At most 20 elements.
    pub items: Vec<InputItem>,
}
