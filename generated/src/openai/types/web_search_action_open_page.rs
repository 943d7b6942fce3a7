// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::{Maybe, Object};

/// An action that opens a page.
#[derive(Clone, Default, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "open_page"))]
pub struct WebSearchActionOpenPage {
    /// URL of the page.
    pub url: Maybe<String>,
}
