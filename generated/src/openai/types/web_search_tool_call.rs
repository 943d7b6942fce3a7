//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{WebSearchActionFind, WebSearchActionOpenPage, WebSearchActionSearch};
use apiarist_runtime::{object, string_enum, tagged_union};

object! {
    /// A search in the web.
    pub struct WebSearchToolCall {
        "type" = "web_search_call",
        /// Identifier of the item.
        id: required(String) = "id",
        /// How far the item is.
        status: required(WebSearchToolCallStatus) = "status",
        /// What was done: a search, opening a page, or finding text in it.
        action: required(WebSearchToolCallAction) = "action",
    }
    new(id(String), status(WebSearchToolCallStatus), action(WebSearchToolCallAction))
}

string_enum! {
    /// How far the item is.
    pub enum WebSearchToolCallStatus {
        InProgress = "in_progress",
        Searching = "searching",
        Completed = "completed",
        Failed = "failed",
    }
}

tagged_union! {
    /// What was done: a search, opening a page, or finding text in it.
    pub enum WebSearchToolCallAction by "type" {
        Search(WebSearchActionSearch) = "search",
        OpenPage(WebSearchActionOpenPage) = "open_page",
        FindInPage(WebSearchActionFind) = "find_in_page",
    }
}
