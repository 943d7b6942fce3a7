// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// Searches the web.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "search"))]
pub struct WebSearchActionSearch {
    /// What to search for. Use `queries` instead.
    #[deprecated(note = "Use `queries` instead.")]
    pub query: Option<String>,
    /// What to search for.
    pub queries: Option<Vec<String>>,
    /// Pages that were used; sent when asked for with `include`.
    pub sources: Option<Vec<WebSearchActionSearchSource>>,
}

/// `sources` of [`WebSearchActionSearch`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "url"))]
pub struct WebSearchActionSearchSource {
    /// Address of the page.
    pub url: String,
}
