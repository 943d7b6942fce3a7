// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{WebSearchActionFind, WebSearchActionOpenPage, WebSearchActionSearch};
use apiarist_runtime::{Object, StringEnum, TaggedUnion, Value};

/// A search in the web.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "web_search_call"))]
pub struct WebSearchToolCall {
    /// Identifier of the item.
    pub id: String,
    /// How far the item is.
    pub status: WebSearchToolCallStatus,
    /// What was done: a search, opening a page, or finding text in it.
    pub action: WebSearchToolCallAction,
}

/// How far the item is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum WebSearchToolCallStatus {
    /// `in_progress`
    #[wire("in_progress")]
    InProgress,
    /// `searching`
    #[wire("searching")]
    Searching,
    /// `completed`
    #[wire("completed")]
    Completed,
    /// `failed`
    #[wire("failed")]
    Failed,
    /// A value that this version does not know.
    Unknown(String),
}

/// What was done: a search, opening a page, or finding text in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, TaggedUnion)]
#[union(tag = "type")]
#[non_exhaustive]
pub enum WebSearchToolCallAction {
    #[wire("search")]
    Search(WebSearchActionSearch),
    #[wire("open_page")]
    OpenPage(WebSearchActionOpenPage),
    #[wire("find_in_page")]
    FindInPage(WebSearchActionFind),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
