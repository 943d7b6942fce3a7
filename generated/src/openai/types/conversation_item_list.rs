// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::ConversationItem;
use apiarist_runtime::Object;

/// A page of items in a conversation.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, is("object", "list"))]
#[non_exhaustive]
pub struct ConversationItemList {
    /// The items on this page.
    pub data: Vec<ConversationItem>,
    /// Whether there are more items after this page.
    pub has_more: bool,
    /// ID of the first item on this page.
    pub first_id: String,
    /// ID of the last item on this page. Pass it as `after` to request the next page.
    pub last_id: String,
}
