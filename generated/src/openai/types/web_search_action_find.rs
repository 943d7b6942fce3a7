//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// Finds text in a page.
#[derive(Clone, Debug, PartialEq)]
pub struct WebSearchActionFind {
    /// Address of the page.
    pub url: String,
    /// Text to find.
    pub pattern: String,
}
object!(WebSearchActionFind {
    "type" = "find_in_page",
    url: required("url"),
    pattern: required("pattern"),
});

impl WebSearchActionFind {
    /// With what is required.
    pub fn new(url: impl Into<String>, pattern: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            pattern: pattern.into(),
        }
    }
}
