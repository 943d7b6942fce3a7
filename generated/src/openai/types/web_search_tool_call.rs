//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{WebSearchActionFind, WebSearchActionOpenPage, WebSearchActionSearch};
use apiarist_runtime::{Value, object, string_enum, tagged_union};

/// A search in the web.
#[derive(Clone, Debug, PartialEq)]
pub struct WebSearchToolCall {
    /// Identifier of the item.
    pub id: String,
    /// How far the item is.
    pub status: WebSearchToolCallStatus,
    /// What was done: a search, opening a page, or finding text in it.
    pub action: WebSearchToolCallAction,
}
object!(WebSearchToolCall {
    "type" = "web_search_call",
    id: required("id"),
    status: required("status"),
    action: required("action"),
});

impl WebSearchToolCall {
    /// With what is required.
    pub fn new(
        id: impl Into<String>,
        status: WebSearchToolCallStatus,
        action: WebSearchToolCallAction,
    ) -> Self {
        Self {
            id: id.into(),
            status,
            action,
        }
    }
}

/// How far the item is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WebSearchToolCallStatus {
    InProgress,
    Searching,
    Completed,
    Failed,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(WebSearchToolCallStatus {
    InProgress: "in_progress",
    Searching: "searching",
    Completed: "completed",
    Failed: "failed",
});

/// What was done: a search, opening a page, or finding text in it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum WebSearchToolCallAction {
    Search(WebSearchActionSearch),
    OpenPage(WebSearchActionOpenPage),
    FindInPage(WebSearchActionFind),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
tagged_union!(WebSearchToolCallAction by "type" {
    Search: "search",
    OpenPage: "open_page",
    FindInPage: "find_in_page",
});
