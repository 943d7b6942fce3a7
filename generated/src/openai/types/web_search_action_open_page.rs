//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// Opens a page.
    pub struct WebSearchActionOpenPage {
        "type" = "open_page",
        /// Address of the page.
        url: maybe(String) = "url",
    }
    new()
}
