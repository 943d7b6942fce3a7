// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A search of the web.
#[derive(Clone, Default, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "search"))]
pub struct WebSearchActionSearch {
    /// Search query. Use `queries` instead.
    #[deprecated(note = "Use `queries` instead.")]
    pub query: Option<String>,
    /// Queries to search for.
    pub queries: Option<Vec<String>>,
    /// Source pages. Returned only if requested with `include`.
    pub sources: Option<Vec<WebSearchActionSearchSource>>,
}

/// `sources` of [`WebSearchActionSearch`].
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "url"))]
pub struct WebSearchActionSearchSource {
    /// URL of the page.
    pub url: String,
}
