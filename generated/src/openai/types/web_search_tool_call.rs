// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{WebSearchActionFind, WebSearchActionOpenPage, WebSearchActionSearch};
use apiarist_runtime::{Object, StringEnum, TaggedUnion, Value};

/// A web search.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "web_search_call"))]
pub struct WebSearchToolCall {
    /// ID of the item.
    pub id: String,
    /// Status of the item.
    pub status: WebSearchToolCallStatus,
    /// Action taken: searching, opening a page, or finding text in a page.
    pub action: WebSearchToolCallAction,
}

/// Status of the item.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum WebSearchToolCallStatus {
    /// `in_progress`
    InProgress,
    /// `searching`
    Searching,
    /// `completed`
    Completed,
    /// `failed`
    Failed,
    /// A value unknown to this version.
    Unknown(String),
}

/// Action taken: searching, opening a page, or finding text in a page.
#[derive(Clone, TaggedUnion)]
#[union(Debug, PartialEq, Eq, Hash, tag = "type")]
#[non_exhaustive]
pub enum WebSearchToolCallAction {
    #[wire("search")]
    Search(WebSearchActionSearch),
    #[wire("open_page")]
    OpenPage(WebSearchActionOpenPage),
    #[wire("find_in_page")]
    FindInPage(WebSearchActionFind),
    /// A value that matches no known variant.
    Unknown(Value),
}
