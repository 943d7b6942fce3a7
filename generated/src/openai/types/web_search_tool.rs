//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::WebSearchApproximateLocation;
use apiarist_runtime::{object, string_enum};

object! {
    /// Searches the web.
    pub struct WebSearchTool {
        /// Name of the tool, with or without a version. Default: `"web_search"`.
        r#type: required(WebSearchToolType) = "type",
        /// Whether new pages may be fetched; if not, only kept copies are searched. Default: `true`.
        external_web_access: optional(bool) = "external_web_access",
        /// Which pages to use.
        filters: maybe(WebSearchToolFilters) = "filters",
        /// Roughly where the user is.
        user_location: maybe(WebSearchApproximateLocation) = "user_location",
        /// How much of what was found the model reads. Default: `"medium"`.
        search_context_size: optional(WebSearchToolSearchContextSize) = "search_context_size",
    }
    new(r#type(WebSearchToolType))
}

string_enum! {
    /// Name of the tool, with or without a version. Default: `"web_search"`.
    pub enum WebSearchToolType {
        Search = "web_search",
        Search2025_08_26 = "web_search_2025_08_26",
    }
}

object! {
    pub struct WebSearchToolFilters {
        /// Domains to search; all if empty.
        allowed_domains: maybe(Vec<String>) = "allowed_domains",
    }
    new()
}

string_enum! {
    /// How much of what was found the model reads. Default: `"medium"`.
    pub enum WebSearchToolSearchContextSize {
        Low = "low",
        Medium = "medium",
        High = "high",
    }
}
