// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Maybe, Object};

/// Opens a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "open_page"))]
pub struct WebSearchActionOpenPage {
    /// Address of the page.
    pub url: Maybe<String>,
}
