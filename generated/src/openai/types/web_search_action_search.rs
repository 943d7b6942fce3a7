//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{list, object};

/// Searches the web.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WebSearchActionSearch {
    /// What to search for. Use `queries` instead.
    ///
    /// Deprecated.
    pub query: Option<String>,
    /// What to search for.
    pub queries: Option<Vec<String>>,
    /// Pages that were used; sent when asked for with `include`.
    pub sources: Option<Vec<WebSearchActionSearchSource>>,
}
object!(WebSearchActionSearch {
    "type" = "search",
    query: optional("query"),
    queries: optional("queries"),
    sources: optional("sources"),
});

impl WebSearchActionSearch {
    pub fn query(mut self, query: impl Into<String>) -> Self {
        self.query = Some(query.into());
        self
    }

    pub fn queries(mut self, queries: impl IntoIterator<Item: Into<String>>) -> Self {
        self.queries = Some(list(queries));
        self
    }

    pub fn sources(
        mut self,
        sources: impl IntoIterator<Item: Into<WebSearchActionSearchSource>>,
    ) -> Self {
        self.sources = Some(list(sources));
        self
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct WebSearchActionSearchSource {
    /// Address of the page.
    pub url: String,
}
object!(WebSearchActionSearchSource {
    "type" = "url",
    url: required("url"),
});

impl WebSearchActionSearchSource {
    /// With what is required.
    pub fn new(url: impl Into<String>) -> Self {
        Self { url: url.into() }
    }
}
