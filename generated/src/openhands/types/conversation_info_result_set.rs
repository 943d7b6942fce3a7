// Written by apiarist from specs/openhands/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::ConversationInfo;
use apiarist_runtime::Object;

/// A page of conversations.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ConversationInfoResultSet {
    /// The conversations on this page.
    pub results: Option<Vec<ConversationInfo>>,
    /// ID of the next page, or `null` on the last page.
    pub next_page_id: Option<String>,
}
