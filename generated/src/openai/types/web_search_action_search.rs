//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// Searches the web.
    pub struct WebSearchActionSearch {
        "type" = "search",
        /// What to search for. Use `queries` instead.
        ///
        /// Deprecated.
        query: optional(String) = "query",
        /// What to search for.
        queries: optional(Vec<String>) = "queries",
        /// Pages that were used; sent when asked for with `include`.
        sources: optional(Vec<WebSearchActionSearchSource>) = "sources",
    }
    new()
}

object! {
    pub struct WebSearchActionSearchSource {
        "type" = "url",
        /// Address of the page.
        url: required(String) = "url",
    }
    new(url(String))
}
