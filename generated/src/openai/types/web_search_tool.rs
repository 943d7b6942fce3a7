//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::WebSearchApproximateLocation;
use apiarist_runtime::{Maybe, list, object, string_enum};

/// Searches the web.
#[derive(Clone, Debug, PartialEq)]
pub struct WebSearchTool {
    /// Name of the tool, with or without a version.
    ///
    /// Default: `"web_search"`.
    pub r#type: WebSearchToolType,
    /// Whether new pages may be fetched; if not, only kept copies are searched.
    ///
    /// Default: `true`.
    pub external_web_access: Option<bool>,
    /// Which pages to use.
    pub filters: Maybe<WebSearchToolFilters>,
    /// Roughly where the user is.
    pub user_location: Maybe<WebSearchApproximateLocation>,
    /// How much of what was found the model reads.
    ///
    /// Default: `"medium"`.
    pub search_context_size: Option<WebSearchToolSearchContextSize>,
}
object!(WebSearchTool {
    r#type: required("type"),
    external_web_access: optional("external_web_access"),
    filters: maybe("filters"),
    user_location: maybe("user_location"),
    search_context_size: optional("search_context_size"),
});

impl WebSearchTool {
    /// With what is required.
    pub fn new(r#type: WebSearchToolType) -> Self {
        Self {
            r#type,
            external_web_access: None,
            filters: Maybe::Absent,
            user_location: Maybe::Absent,
            search_context_size: None,
        }
    }

    pub fn external_web_access(mut self, external_web_access: bool) -> Self {
        self.external_web_access = Some(external_web_access);
        self
    }

    pub fn filters(mut self, filters: WebSearchToolFilters) -> Self {
        self.filters = Maybe::Value(filters);
        self
    }

    pub fn user_location(mut self, user_location: WebSearchApproximateLocation) -> Self {
        self.user_location = Maybe::Value(user_location);
        self
    }

    pub fn search_context_size(
        mut self,
        search_context_size: WebSearchToolSearchContextSize,
    ) -> Self {
        self.search_context_size = Some(search_context_size);
        self
    }
}

/// Name of the tool, with or without a version.
///
/// Default: `"web_search"`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WebSearchToolType {
    Search,
    Search2025_08_26,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(WebSearchToolType {
    Search: "web_search",
    Search2025_08_26: "web_search_2025_08_26",
});

#[derive(Clone, Debug, Default, PartialEq)]
pub struct WebSearchToolFilters {
    /// Domains to search; all if empty.
    pub allowed_domains: Maybe<Vec<String>>,
}
object!(WebSearchToolFilters {
    allowed_domains: maybe("allowed_domains"),
});

impl WebSearchToolFilters {
    pub fn allowed_domains(
        mut self,
        allowed_domains: impl IntoIterator<Item: Into<String>>,
    ) -> Self {
        self.allowed_domains = Maybe::Value(list(allowed_domains));
        self
    }
}

/// How much of what was found the model reads.
///
/// Default: `"medium"`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WebSearchToolSearchContextSize {
    Low,
    Medium,
    High,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(WebSearchToolSearchContextSize {
    Low: "low",
    Medium: "medium",
    High: "high",
});
