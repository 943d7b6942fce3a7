//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ConversationInfo;
use apiarist_runtime::object;

/// One page of conversations.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ConversationInfoResultSet {
    /// The conversations of this page.
    pub results: Option<Vec<ConversationInfo>>,
    /// Token for the next page; `null` on the last.
    pub next_page_id: Option<String>,
}
object!(ConversationInfoResultSet {
    results: optional("results"),
    next_page_id: optional("next_page_id"),
});
