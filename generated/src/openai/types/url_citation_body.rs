//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// Points to a web page.
    pub struct UrlCitationBody {
        "type" = "url_citation",
        /// Address of the page.
        url: required(String) = "url",
        /// First character of the passage.
        start_index: required(i64) = "start_index",
        /// Last character of the passage.
        end_index: required(i64) = "end_index",
        /// Title of the page.
        title: required(String) = "title",
    }
    new(url(String), start_index(i64), end_index(i64), title(String))
}
