// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::WebSearchApproximateLocation;
use apiarist_runtime::{Maybe, Object, StringEnum};

/// A search of the web.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct WebSearchTool {
    /// Type of the tool, with or without a version. Default: `"web_search"`.
    pub r#type: WebSearchToolType,
    /// Whether to allow fetching live pages. If not, only cached pages are searched. Default: `true`.
    pub external_web_access: Option<bool>,
    /// Filter for the pages to search.
    pub filters: Maybe<WebSearchToolFilters>,
    /// Approximate location of the user.
    pub user_location: Maybe<WebSearchApproximateLocation>,
    /// Amount of context from the search results. Default: `"medium"`.
    pub search_context_size: Option<WebSearchToolSearchContextSize>,
}

/// Type of the tool, with or without a version. Default: `"web_search"`.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum WebSearchToolType {
    /// `web_search`
    #[wire("web_search")]
    Search,
    /// `web_search_2025_08_26`
    #[wire("web_search_2025_08_26")]
    Search2025_08_26,
    /// A value unknown to this version.
    Unknown(String),
}

/// `filters` of [`WebSearchTool`].
#[derive(Clone, Default, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct WebSearchToolFilters {
    /// Domains to search. If empty, all domains are searched.
    pub allowed_domains: Maybe<Vec<String>>,
}

/// Amount of context from the search results. Default: `"medium"`.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum WebSearchToolSearchContextSize {
    /// `low`
    Low,
    /// `medium`
    Medium,
    /// `high`
    High,
    /// A value unknown to this version.
    Unknown(String),
}
