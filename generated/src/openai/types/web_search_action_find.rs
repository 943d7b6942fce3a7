//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// Finds text in a page.
    pub struct WebSearchActionFind {
        "type" = "find_in_page",
        /// Address of the page.
        url: required(String) = "url",
        /// Text to find.
        pattern: required(String) = "pattern",
    }
    new(url(String), pattern(String))
}
