// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{ApproximateLocation, SearchContentType, SearchContextSize};
use apiarist_runtime::{Maybe, Object, StringEnum};

/// The first version of the tool that searches the web.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct WebSearchPreviewTool {
    /// Type of the tool, with or without a version. Default: `"web_search_preview"`.
    pub r#type: WebSearchPreviewToolType,
    /// Approximate location of the user.
    pub user_location: Maybe<ApproximateLocation>,
    /// Amount of context from the search results.
    pub search_context_size: Option<SearchContextSize>,
    /// Queries to search for.
    pub search_content_types: Option<Vec<SearchContentType>>,
}

/// Type of the tool, with or without a version. Default: `"web_search_preview"`.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum WebSearchPreviewToolType {
    /// `web_search_preview`
    #[wire("web_search_preview")]
    Preview,
    /// `web_search_preview_2025_03_11`
    #[wire("web_search_preview_2025_03_11")]
    Preview2025_03_11,
    /// A value unknown to this version.
    Unknown(String),
}
