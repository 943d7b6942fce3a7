// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// An action that finds text in a page.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "find_in_page"))]
pub struct WebSearchActionFind {
    /// URL of the page.
    pub url: String,
    /// Text to find.
    pub pattern: String,
}
