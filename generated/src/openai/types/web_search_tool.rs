// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::WebSearchApproximateLocation;
use apiarist_runtime::{Maybe, Object, StringEnum};

/// Searches the web.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct WebSearchTool {
    /// Name of the tool, with or without a version. Default: `"web_search"`.
    pub r#type: WebSearchToolType,
    /// Whether new pages may be fetched; if not, only kept copies are searched. Default: `true`.
    pub external_web_access: Option<bool>,
    /// Which pages to use.
    pub filters: Maybe<WebSearchToolFilters>,
    /// Roughly where the user is.
    pub user_location: Maybe<WebSearchApproximateLocation>,
    /// How much of what was found the model reads. Default: `"medium"`.
    pub search_context_size: Option<WebSearchToolSearchContextSize>,
}

/// Name of the tool, with or without a version. Default: `"web_search"`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum WebSearchToolType {
    /// `web_search`
    #[wire("web_search")]
    Search,
    /// `web_search_2025_08_26`
    #[wire("web_search_2025_08_26")]
    Search2025_08_26,
    /// A value that this version does not know.
    Unknown(String),
}

/// `filters` of [`WebSearchTool`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct WebSearchToolFilters {
    /// Domains to search; all if empty.
    pub allowed_domains: Maybe<Vec<String>>,
}

/// How much of what was found the model reads. Default: `"medium"`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum WebSearchToolSearchContextSize {
    /// `low`
    #[wire("low")]
    Low,
    /// `medium`
    #[wire("medium")]
    Medium,
    /// `high`
    #[wire("high")]
    High,
    /// A value that this version does not know.
    Unknown(String),
}
