// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ConversationItem;
use apiarist_runtime::Object;

/// One page of the items of a conversation.
#[derive(Clone, Debug, PartialEq, Object)]
#[object(is("object", "list"))]
#[non_exhaustive]
pub struct ConversationItemList {
    /// The items of this page.
    pub data: Vec<ConversationItem>,
    /// Whether there are items behind this page.
    pub has_more: bool,
    /// Identifier of the first item of this page.
    pub first_id: String,
    /// Identifier of the last item of this page; pass it as `after` for the next page.
    pub last_id: String,
}
