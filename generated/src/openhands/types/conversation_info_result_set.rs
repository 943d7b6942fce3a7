// Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ConversationInfo;
use apiarist_runtime::Object;

/// One page of conversations.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct ConversationInfoResultSet {
    /// The conversations of this page.
    pub results: Option<Vec<ConversationInfo>>,
    /// Token for the next page; `null` on the last.
    pub next_page_id: Option<String>,
}
