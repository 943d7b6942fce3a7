// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ApproximateLocation, SearchContentType, SearchContextSize};
use apiarist_runtime::{Maybe, Object, StringEnum};

/// Searches the web, in its first version.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct WebSearchPreviewTool {
    /// Name of the tool, with or without a version. Default: `"web_search_preview"`.
    pub r#type: WebSearchPreviewToolType,
    /// Roughly where the user is.
    pub user_location: Maybe<ApproximateLocation>,
    /// How much of what was found the model reads.
    pub search_context_size: Option<SearchContextSize>,
    /// What to search for.
    pub search_content_types: Option<Vec<SearchContentType>>,
}

/// Name of the tool, with or without a version. Default: `"web_search_preview"`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum WebSearchPreviewToolType {
    /// `web_search_preview`
    #[wire("web_search_preview")]
    Preview,
    /// `web_search_preview_2025_03_11`
    #[wire("web_search_preview_2025_03_11")]
    Preview2025_03_11,
    /// A value that this version does not know.
    Unknown(String),
}
