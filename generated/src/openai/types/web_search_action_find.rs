// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// Finds text in a page.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "find_in_page"))]
pub struct WebSearchActionFind {
    /// Address of the page.
    pub url: String,
    /// Text to find.
    pub pattern: String,
}
