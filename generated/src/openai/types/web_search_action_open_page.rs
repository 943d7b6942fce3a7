//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Maybe, object};

/// Opens a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WebSearchActionOpenPage {
    /// Address of the page.
    pub url: Maybe<String>,
}
object!(WebSearchActionOpenPage {
    "type" = "open_page",
    url: maybe("url"),
});

impl WebSearchActionOpenPage {
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Maybe::Value(url.into());
        self
    }
}
